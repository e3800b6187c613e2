package ma.balagh.analysis.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedactionBrushTest {

    /** Odd, so that chroma planes are wider than half. */
    private static final int WIDTH = 61;

    private static final int HEIGHT = 47;
    private static final int LUMA = WIDTH * HEIGHT;
    private static final int CHROMA = 31 * 24;

    private final byte[] frame = noise();

    private static byte[] noise() {
        byte[] frame = new byte[LUMA + 2 * CHROMA];
        new Random(1).nextBytes(frame);
        return frame;
    }

    @Test
    void leavesOneColourOfAPlainPart() {
        RedactionBrush.PLAIN.paint(frame, WIDTH, HEIGHT, new NormalizedBox(0.5, 0.5, 0.25, 0.25));

        assertThat(values(0, WIDTH, 16, 12, 45, 35)).isEqualTo(1);
        assertThat(values(LUMA, 31, 8, 6, 22, 17)).isEqualTo(1);
        assertThat(values(LUMA + CHROMA, 31, 8, 6, 22, 17)).isEqualTo(1);
    }

    @Test
    void leavesAFewRoundedValuesOfAMosaic() {
        RedactionBrush.MOSAIC.paint(frame, WIDTH, HEIGHT, new NormalizedBox(0.5, 0.5, 0.25, 0.25));

        assertThat(values(0, WIDTH, 16, 12, 45, 35)).isLessThanOrEqualTo(16);
        assertThat(frame[24 * WIDTH + 30] & 15).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void givesNoColourToWhatHasNone(RedactionBrush brush) {
        Arrays.fill(frame, LUMA, frame.length, (byte) 128);

        brush.paint(frame, WIDTH, HEIGHT, new NormalizedBox(0.5, 0.5, 0.25, 0.25));

        assertThat(Arrays.copyOfRange(frame, LUMA, frame.length)).containsOnly(128);
    }

    @Test
    void tellsNothingOfASmallDifference() {
        byte[] other = frame.clone();
        for (int k = 0; k < LUMA; k += 2) {
            other[k] ^= 1;
        }

        RedactionBrush.MOSAIC.paint(frame, WIDTH, HEIGHT, new NormalizedBox(0.5, 0.5, 0.6, 0.6));
        RedactionBrush.MOSAIC.paint(other, WIDTH, HEIGHT, new NormalizedBox(0.5, 0.5, 0.6, 0.6));

        assertThat(other).isEqualTo(frame);
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheRestAsItWas(RedactionBrush brush) {
        byte[] before = frame.clone();

        brush.paint(frame, WIDTH, HEIGHT, new NormalizedBox(0.5, 0.5, 0.25, 0.25));

        assertThat(IntStream.range(0, LUMA)
                        .filter(k -> k % WIDTH < 14 || k % WIDTH > 48 || k / WIDTH < 10 || k / WIDTH > 38))
                .allMatch(k -> frame[k] == before[k]);
    }

    @ParameterizedTest
    @EnumSource
    void paintsUpToTheEdges(RedactionBrush brush) {
        byte[] before = frame.clone();

        brush.paint(frame, WIDTH, HEIGHT, new NormalizedBox(1, 1, 0.3, 0.3));
        brush.paint(frame, WIDTH, HEIGHT, new NormalizedBox(-1, -1, 0.3, 0.3));

        assertThat(values(LUMA - WIDTH - 8, WIDTH, 0, 0, 8, 1)).isLessThan(8);
        assertThat(values(LUMA + CHROMA - 4, 31, 0, 0, 4, 1)).isLessThan(4);
        assertThat(frame[0]).isEqualTo(before[0]);
    }

    @Test
    void refusesAFrameThatIsTooShort() {
        assertThatThrownBy(() -> RedactionBrush.PLAIN.paint(
                        new byte[LUMA], WIDTH, HEIGHT, new NormalizedBox(0.5, 0.5, 0.1, 0.1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** How many different values a part of a plane has. */
    private long values(int start, int width, int left, int top, int right, int bottom) {
        return IntStream.range(top, bottom)
                .flatMap(y -> IntStream.range(left, right).map(x -> frame[start + y * width + x]))
                .distinct()
                .count();
    }
}
