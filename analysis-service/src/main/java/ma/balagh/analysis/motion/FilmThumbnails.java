package ma.balagh.analysis.motion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * Small grey pictures of one medium, in the order of their time. What moves in them tells whether two media show the same
 * moments, or only the same place.
 *
 * @param width of each, in pixels
 * @param height of each
 * @param millis the time of each
 * @param greys rows of unsigned bytes, picture after picture
 */
@SuppressWarnings("ArrayRecordComponent") // Flat arrays for comparing; never compared as records.
public record FilmThumbnails(int width, int height, int[] millis, byte[] greys) {

    public static final FilmThumbnails NONE = new FilmThumbnails(0, 0, new int[0], new byte[0]);

    /** Times are rounded to milliseconds. */
    private static final double ROUNDED = 0.001;

    private static final int HEADER = 3 * Integer.BYTES;

    public FilmThumbnails {
        if (greys.length != width * height * millis.length) {
            throw new IllegalArgumentException(
                    "%d greys for %d pictures of %d × %d".formatted(greys.length, millis.length, width, height));
        }
    }

    public int size() {
        return millis.length;
    }

    /** Until the end of the last one; 0 of a still. */
    public double seconds() {
        int last = size() - 1;
        return last <= 0 ? 0 : (millis[last] + (millis[last] - millis[0]) / (double) last) / 1000;
    }

    /** That picture alone, as of a still. */
    FilmThumbnails only(int picture) {
        return new FilmThumbnails(
                width,
                height,
                new int[] {millis[picture]},
                Arrays.copyOfRange(greys, picture * pixels(), (picture + 1) * pixels()));
    }

    /** The pictures between two seconds. */
    int[] between(double from, double to) {
        return IntStream.range(0, size())
                .filter(k -> millis[k] / 1000.0 >= from - ROUNDED && millis[k] / 1000.0 <= to + ROUNDED)
                .toArray();
    }

    /** The picture whose time is nearest to a second. */
    int nearest(double second) {
        int wanted = (int) Math.round(second * 1000);
        int after = firstNotBefore(wanted);
        int before = Math.max(0, after - 1);
        return Math.abs(millis[before] - wanted) < Math.abs(millis[after] - wanted) ? before : after;
    }

    /** The first picture at that time or later; the last where there is none. */
    int firstNotBefore(int wanted) {
        int place = Arrays.binarySearch(millis, wanted);
        return Math.clamp(place < 0 ? -place - 1 : place, 0, millis.length - 1);
    }

    int pixels() {
        return width * height;
    }

    int grey(int picture, int pixel) {
        return Byte.toUnsignedInt(greys[picture * pixels() + pixel]);
    }

    /**
     * As they are stored: big-endian; width, height, their number; then deflated their times, and of each pixel by how much
     * it differs from the picture before.
     */
    public byte[] toBytes() {
        var packed = ByteBuffer.allocate(millis.length * Integer.BYTES + greys.length);
        for (int time : millis) {
            packed.putInt(time);
        }
        for (int k = 0; k < greys.length; k++) {
            packed.put((byte) (greys[k] - (k < pixels() ? 0 : greys[k - pixels()])));
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(HEADER)
                .putInt(width)
                .putInt(height)
                .putInt(millis.length)
                .array());
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(packed.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static FilmThumbnails of(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        int width = buffer.getInt();
        int height = buffer.getInt();
        var millis = new int[buffer.getInt()];
        var greys = new byte[width * height * millis.length];
        var packed = inflated(bytes, millis.length * Integer.BYTES + greys.length);
        for (int k = 0; k < millis.length; k++) {
            millis[k] = packed.getInt();
        }
        for (int k = 0; k < greys.length; k++) {
            greys[k] = (byte) (packed.get() + (k < width * height ? 0 : greys[k - width * height]));
        }
        return new FilmThumbnails(width, height, millis, greys);
    }

    private static ByteBuffer inflated(byte[] bytes, int length) {
        var packed = new byte[length];
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, HEADER, bytes.length - HEADER);
            for (int read = 0; read < length; ) {
                int more = inflater.inflate(packed, read, length - read);
                if (more == 0) {
                    throw new IllegalArgumentException("thumbnails end after %d of %d bytes".formatted(read, length));
                }
                read += more;
            }
            return ByteBuffer.wrap(packed);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("thumbnails that cannot be inflated", e);
        } finally {
            inflater.end();
        }
    }
}
