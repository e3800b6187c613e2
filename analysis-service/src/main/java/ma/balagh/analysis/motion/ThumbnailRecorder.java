package ma.balagh.analysis.motion;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Collects {@link FilmThumbnails} of a medium's frames. For one thread. */
public final class ThumbnailRecorder {

    /** Pixels of the longer and the shorter side, whatever the picture's proportions are. */
    private static final int LONGER = 32;

    private static final int SHORTER = 24;

    private final List<Integer> millis = new ArrayList<>();
    private final ByteArrayOutputStream greys = new ByteArrayOutputStream();
    private int width;
    private int height;

    /** @param luma rows of unsigned bytes; all frames of a medium are of one size */
    public void see(int at, byte[] luma, int frameWidth, int frameHeight) {
        if (millis.isEmpty()) {
            width = frameWidth >= frameHeight ? LONGER : SHORTER;
            height = frameWidth >= frameHeight ? SHORTER : LONGER;
        }
        millis.add(at);
        for (int row = 0; row < height; row++) {
            int top = row * frameHeight / height;
            int bottom = Math.max(top + 1, (row + 1) * frameHeight / height);
            for (int column = 0; column < width; column++) {
                int left = column * frameWidth / width;
                int right = Math.max(left + 1, (column + 1) * frameWidth / width);
                greys.write(mean(luma, frameWidth, left, top, right, bottom));
            }
        }
    }

    private static int mean(byte[] luma, int stride, int left, int top, int right, int bottom) {
        int sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += Byte.toUnsignedInt(luma[y * stride + x]);
            }
        }
        int pixels = (right - left) * (bottom - top);
        return (sum + pixels / 2) / pixels;
    }

    public FilmThumbnails thumbnails() {
        return new FilmThumbnails(
                width, height, millis.stream().mapToInt(Integer::intValue).toArray(), greys.toByteArray());
    }
}
