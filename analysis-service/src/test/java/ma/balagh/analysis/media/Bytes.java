package ma.balagh.analysis.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Puts files together by hand. */
final class Bytes {

    private Bytes() {}

    /** Of ISO base media and QuickTime. */
    static byte[] box(String name, byte[]... contents) {
        byte[] content = joined(contents);
        return joined(ints(8 + content.length), ascii(name), content);
    }

    static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    static byte[] shorts(int... values) {
        var bytes = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    /** Of RIFF. */
    static byte[] chunk(String name, byte[]... contents) {
        byte[] content = joined(contents);
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(name))
                .putInt(content.length)
                .put(content)
                .array();
    }

    /** A copy with another 32-bit number, most significant byte first. */
    static byte[] patched(byte[] file, int at, int value) {
        byte[] copy = file.clone();
        ByteBuffer.wrap(copy).putInt(at, value);
        return copy;
    }

    /** A copy with another 32-bit number so many bytes behind the first of these words. */
    static byte[] patched(byte[] file, String word, int behind, int value) {
        return patched(file, indexOf(file, word) + word.length() + behind, value);
    }

    static int indexOf(byte[] file, String word) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(word);
        if (at < 0) {
            throw new IllegalArgumentException("no " + word);
        }
        return at;
    }

    static byte[] repeated(byte[] part, int times) {
        var bytes = ByteBuffer.allocate(part.length * times);
        for (int k = 0; k < times; k++) {
            bytes.put(part);
        }
        return bytes.array();
    }
}
