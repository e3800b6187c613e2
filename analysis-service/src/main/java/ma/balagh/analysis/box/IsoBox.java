package ma.balagh.analysis.box;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A box (ISO/IEC 14496-12, 4.2) or atom (QuickTime File Format).
 *
 * @param code its type as a number; items of a list are numbered by it
 * @param start where its header begins
 * @param body where what it carries begins
 * @param end where the next box begins
 * @param isOpen whether it says of itself that it goes on to the end of what it lies in
 * @param isCut whether what it lies in ends before it does
 */
public record IsoBox(int code, long start, long body, long end, boolean isOpen, boolean isCut) {

    static final int LONGEST_HEADER = 16;

    private static final int HEADER = 8;

    /**
     * Reads its header.
     *
     * @param header the bytes from its beginning on, up to {@link #LONGEST_HEADER} of them
     * @param start where it begins
     * @param limit where ends what it lies in
     * @return null where it has no header, or no size that could be right
     */
    public static @Nullable IsoBox read(ByteBuffer header, long start, long limit) {
        if (header.remaining() < HEADER) {
            return null;
        }
        long size = Integer.toUnsignedLong(header.getInt(0));
        boolean isOpen = size == 0;
        int head = HEADER;
        if (isOpen) {
            size = limit - start;
        } else if (size == 1 && header.remaining() >= LONGEST_HEADER) {
            size = header.getLong(8);
            head = LONGEST_HEADER;
        }
        boolean isCut = size > limit - start;
        return size < head
                ? null
                : new IsoBox(header.getInt(4), start, start + head, isCut ? limit : start + size, isOpen, isCut);
    }

    /** Four characters, of which those that cannot be printed are dots. */
    public String type() {
        return type(code);
    }

    public static String type(int code) {
        byte[] letters = ByteBuffer.allocate(4).putInt(code).array();
        for (int k = 0; k < letters.length; k++) {
            int letter = Byte.toUnsignedInt(letters[k]);
            letters[k] = letter < 0x20 || letter >= 0x7F && letter < 0xA0 ? (byte) '.' : letters[k];
        }
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    public static int code(String type) {
        return ByteBuffer.wrap(type.getBytes(StandardCharsets.ISO_8859_1)).getInt();
    }

    public boolean is(String type) {
        return code == code(type);
    }

    public long length() {
        return end - body;
    }
}
