package ma.balagh.analysis.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes pictures that are not compressed, each with its time, as a Matroska stream (RFC 9559): a plain pipe of pixels
 * would make all distances in time equal.
 */
final class RawMatroskaWriter {

    /** Nanoseconds for each tick of the stream's clock: one microsecond. */
    private static final int TICK = 1000;

    private static final byte[] UNKNOWN_SIZE = {1, -1, -1, -1, -1, -1, -1, -1};

    private final OutputStream out;

    /** Writes what stands before the pictures. */
    RawMatroskaWriter(OutputStream out, int width, int height) throws IOException {
        this.out = out;
        out.write(element(
                0x1A45DFA3,
                number(0x4286, 1),
                number(0x42F7, 1),
                number(0x42F2, 4),
                number(0x42F3, 8),
                text(0x4282, "matroska"),
                number(0x4287, 4),
                number(0x4285, 2)));
        out.write(id(0x18538067));
        out.write(UNKNOWN_SIZE);
        out.write(element(0x1549A966, number(0x2AD7B1, TICK), text(0x4D80, "balagh"), text(0x5741, "balagh")));
        byte[] video = element(0xE0, number(0xB0, width), number(0xBA, height), text(0x2EB524, "I420"));
        out.write(element(
                0x1654AE6B,
                element(
                        0xAE,
                        number(0xD7, 1),
                        number(0x73C5, 1),
                        number(0x83, 1),
                        text(0x86, "V_UNCOMPRESSED"),
                        video)));
    }

    /**
     * Adds a picture.
     *
     * @param micros microseconds from the beginning
     * @param yuv its planes Y, U and V, in rows
     */
    void add(long micros, byte[] yuv) throws IOException {
        byte[] time = number(0xE7, micros);
        // Track 1, at the cluster's time, decodable by itself.
        byte[] head = {(byte) 0x81, 0, 0, (byte) 0x80};
        byte[] block = ByteBuffer.allocate(9)
                .put(id(0xA3))
                .put(size(head.length + (long) yuv.length))
                .array();
        out.write(id(0x1F43B675));
        out.write(size(time.length + block.length + head.length + (long) yuv.length));
        out.write(time);
        out.write(block);
        out.write(head);
        out.write(yuv);
    }

    private static byte[] element(int id, byte[]... parts) throws IOException {
        var content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.write(part);
        }
        var element = new ByteArrayOutputStream();
        element.write(id(id));
        element.write(size(content.size()));
        content.writeTo(element);
        return element.toByteArray();
    }

    private static byte[] number(int id, long value) throws IOException {
        return element(id, ByteBuffer.allocate(8).putLong(value).array());
    }

    private static byte[] text(int id, String value) throws IOException {
        return element(id, value.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] id(int id) {
        int bytes = (39 - Integer.numberOfLeadingZeros(id)) / 8;
        byte[] written = new byte[bytes];
        for (int k = 0; k < bytes; k++) {
            written[k] = (byte) (id >>> 8 * (bytes - 1 - k));
        }
        return written;
    }

    /** Always eight bytes. */
    private static byte[] size(long size) {
        return ByteBuffer.allocate(8).putLong(size | 1L << 56).array();
    }
}
