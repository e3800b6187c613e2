package ma.balagh.analysis.media;

import java.util.Arrays;

/** A time in black figures on white; drawn here, so that no font has to be installed. */
final class TimeLabelRenderer {

    static final int WIDTH = 160;
    static final int HEIGHT = 18;

    private static final int SCALE = 2;
    private static final int ADVANCE = 6 * SCALE;

    /** Rows of five dots, from the upper left. */
    private static final String[] FIGURES = {
        "01110100011001110101110011000101110",
        "00100011000010000100001000010001110",
        "01110100010000100010001000100011111",
        "11111000100010000010000011000101110",
        "00010001100101010010111110001000010",
        "11111100001111000001000011000101110",
        "00110010001000011110100011000101110",
        "11111000010001000100010000100001000",
        "01110100011000101110100011000101110",
        "01110100011000101111000010001001100"
    };

    private static final String COLON = "00000011000110000000011000110000000";
    private static final String POINT = "00000000000000000000000000110001100";

    private TimeLabelRenderer() {}

    /** Grey pixels in rows. */
    static byte[] of(double seconds) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) 255);
        String text = text(seconds);
        for (int k = 0; k < text.length(); k++) {
            draw(pixels, k * ADVANCE, figure(text.charAt(k)));
        }
        return pixels;
    }

    /** Such as {@code 3:07.2}, {@code 1:03:07.2}. */
    static String text(double seconds) {
        long tenths = Math.round(seconds * 10);
        long minutes = tenths / 600;
        String rest = "%02d.%d".formatted(tenths % 600 / 10, tenths % 10);
        return minutes < 60 ? minutes + ":" + rest : "%d:%02d:%s".formatted(minutes / 60, minutes % 60, rest);
    }

    private static String figure(char c) {
        return switch (c) {
            case ':' -> COLON;
            case '.' -> POINT;
            default -> FIGURES[c - '0'];
        };
    }

    private static void draw(byte[] pixels, int left, String dots) {
        for (int k = 0; k < dots.length(); k++) {
            if (dots.charAt(k) == '1') {
                for (int dot = 0; dot < SCALE * SCALE; dot++) {
                    int x = left + k % 5 * SCALE + dot % SCALE;
                    int y = 2 + k / 5 * SCALE + dot / SCALE;
                    pixels[y * WIDTH + x] = 0;
                }
            }
        }
    }
}
