package ma.balagh.analysis.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import ma.balagh.analysis.media.WebpAnimation.Picture;

/**
 * Writes an animated PNG (W3C PNG, third edition), which lays pictures over each other by the same rules as WebP does, and
 * which FFmpeg reads.
 */
final class ApngWriter implements AutoCloseable {

    /** Of the chunk that counts the pictures. */
    private static final int COUNT_AT = 8 + 25;

    private static final int MOST_MILLISECONDS = 0xFFFF;

    private final FileChannel file;
    private final int width;
    private final int height;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private int pictures;
    private int sequence;

    ApngWriter(Path target, int width, int height) throws IOException {
        this.file = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.width = width;
        this.height = height;
        file.write(ByteBuffer.wrap(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}));
        // Eight bits of red, green, blue and opacity.
        chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0, 0}));
        chunk("acTL", ByteBuffer.allocate(8).putInt(0).putInt(0));
    }

    /** @param rgba its pixels, in rows */
    void add(Picture picture, byte[] rgba) throws IOException {
        boolean first = pictures == 0;
        // The first one must fill the whole.
        byte[] pixels = first ? whole(picture, rgba) : rgba;
        int across = first ? width : picture.width();
        int down = first ? height : picture.height();
        chunk(
                "fcTL",
                ByteBuffer.allocate(26)
                        .putInt(sequence++)
                        .putInt(across)
                        .putInt(down)
                        .putInt(first ? 0 : picture.x())
                        .putInt(first ? 0 : picture.y())
                        .putShort((short) Math.min(MOST_MILLISECONDS, picture.duration()))
                        .putShort((short) 1000)
                        .put((byte) (picture.cleared() ? 1 : 0))
                        .put((byte) (picture.blended() ? 1 : 0)));
        byte[] packed = packed(pixels, 4 * across, down);
        chunk(
                first ? "IDAT" : "fdAT",
                first
                        ? ByteBuffer.wrap(packed).position(packed.length)
                        : ByteBuffer.allocate(4 + packed.length)
                                .putInt(sequence++)
                                .put(packed));
        pictures++;
    }

    private byte[] whole(Picture picture, byte[] rgba) {
        byte[] whole = new byte[4 * width * height];
        for (int row = 0; row < picture.height(); row++) {
            System.arraycopy(
                    rgba,
                    4 * row * picture.width(),
                    whole,
                    4 * ((picture.y() + row) * width + picture.x()),
                    4 * picture.width());
        }
        return whole;
    }

    private byte[] packed(byte[] pixels, int row, int rows) {
        byte[] unfiltered = new byte[(row + 1) * rows];
        for (int k = 0; k < rows; k++) {
            System.arraycopy(pixels, k * row, unfiltered, k * (row + 1) + 1, row);
        }
        deflater.reset();
        deflater.setInput(unfiltered);
        deflater.finish();
        byte[] packed = new byte[unfiltered.length + unfiltered.length / 1000 + 64];
        return Arrays.copyOf(packed, deflater.deflate(packed));
    }

    /** @param content up to its position */
    private void chunk(String name, ByteBuffer content) throws IOException {
        content.flip();
        var bytes = ByteBuffer.allocate(content.remaining() + 12)
                .putInt(content.remaining())
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content);
        var checksum = new CRC32();
        checksum.update(bytes.array(), 4, bytes.position() - 4);
        bytes.putInt((int) checksum.getValue()).flip();
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            chunk("IEND", ByteBuffer.allocate(0));
            file.position(COUNT_AT);
            chunk("acTL", ByteBuffer.allocate(8).putInt(pictures).putInt(0));
        } finally {
            deflater.end();
        }
    }
}
