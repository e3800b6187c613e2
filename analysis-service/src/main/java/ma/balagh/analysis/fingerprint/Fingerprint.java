package ma.balagh.analysis.fingerprint;

import java.util.HexFormat;

/**
 * A PDQ hash: bit {@code 16·i + j} tells whether the picture's coefficient of vertical frequency i+1 and horizontal
 * frequency j+1 lies above the median. Bit k is bit {@code k mod 64} of word {@code k / 64}.
 */
public record Fingerprint(long w0, long w1, long w2, long w3) {

    public static final int BITS = 256;

    /** Pictures at most this far apart are the same one, says PDQ's published evaluation; unrelated ones are near 128. */
    public static final int PUBLISHED_DISTANCE = 31;

    /** In how many bits both differ, 0 to 256. */
    public int distance(Fingerprint other) {
        return Long.bitCount(w0 ^ other.w0)
                + Long.bitCount(w1 ^ other.w1)
                + Long.bitCount(w2 ^ other.w2)
                + Long.bitCount(w3 ^ other.w3);
    }

    /** PDQ's usual notation: 64 hexadecimal digits, the highest bit first. */
    public String toHex() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(w3) + hex.toHexDigits(w2) + hex.toHexDigits(w1) + hex.toHexDigits(w0);
    }

    /**
     * Reads PDQ's usual notation.
     *
     * @throws IllegalArgumentException for anything but 64 hexadecimal digits
     */
    public static Fingerprint ofHex(String hex) {
        if (hex.length() != BITS / 4) {
            throw new IllegalArgumentException("a PDQ hash has 64 hexadecimal digits, not " + hex.length());
        }
        return new Fingerprint(
                HexFormat.fromHexDigitsToLong(hex, 48, 64),
                HexFormat.fromHexDigitsToLong(hex, 32, 48),
                HexFormat.fromHexDigitsToLong(hex, 16, 32),
                HexFormat.fromHexDigitsToLong(hex, 0, 16));
    }
}
