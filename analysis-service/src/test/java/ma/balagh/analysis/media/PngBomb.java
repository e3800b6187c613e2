package ma.balagh.analysis.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A PNG that promises many pixels in few bytes. */
final class PngBomb {

    private PngBomb() {}

    static byte[] of(int width, int height) throws IOException {
        return of(width, height, new byte[0]);
    }

    /** A small one with another chunk before its pixels. */
    static byte[] with(String chunk, byte[] head, byte[] content) throws IOException {
        return of(16, 16, Bytes.joined(Bytes.ascii(chunk), head, content));
    }

    private static byte[] of(int width, int height, byte[] extra) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        chunk(bytes, header.array());
        if (extra.length > 0) {
            chunk(bytes, extra);
        }
        var deflated = new ByteArrayOutputStream();
        deflated.write("IDAT".getBytes(StandardCharsets.US_ASCII));
        try (var deflater = new DeflaterOutputStream(deflated)) {
            deflater.write(new byte[1 << 20]);
        }
        chunk(bytes, deflated.toByteArray());
        chunk(bytes, "IEND".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream bytes, byte[] typeAndData) throws IOException {
        var crc = new CRC32();
        crc.update(typeAndData);
        bytes.write(ByteBuffer.allocate(4).putInt(typeAndData.length - 4).array());
        bytes.write(typeAndData);
        bytes.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
