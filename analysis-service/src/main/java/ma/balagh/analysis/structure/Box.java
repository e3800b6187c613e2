package ma.balagh.analysis.structure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A box (ISO/IEC 14496-12, 4.2) or atom (QuickTime File Format).
 *
 * @param code its type as a number; items of a list are numbered by it
 * @param start where its header begins
 * @param body where what it carries begins
 * @param end where the next box begins
 */
record Box(int code, long start, long body, long end) {

    /** Four characters, of which those that cannot be printed are dots. */
    String type() {
        return type(code);
    }

    static String type(int code) {
        byte[] letters = ByteBuffer.allocate(4).putInt(code).array();
        for (int k = 0; k < letters.length; k++) {
            int letter = Byte.toUnsignedInt(letters[k]);
            letters[k] = letter < 0x20 || letter >= 0x7F && letter < 0xA0 ? (byte) '.' : letters[k];
        }
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    static int code(String type) {
        return ByteBuffer.wrap(type.getBytes(StandardCharsets.ISO_8859_1)).getInt();
    }

    boolean is(String type) {
        return code == code(type);
    }

    long length() {
        return end - body;
    }
}
