package ma.balagh.analysis.structure;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * The table by which a JPEG's brightness was divided. Most programs scale the example of ITU-T T.81, table K.1, as the
 * Independent JPEG Group's library does; many cameras have tables of their own.
 */
final class QuantisationTableClassifier {

    /** Table K.1 in zigzag order. */
    private static final int[] EXAMPLE = {
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51,
        61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77,
        113, 121, 112, 100, 120, 92, 101, 103, 99
    };

    private QuantisationTableClassifier() {}

    /** {@code standard, quality 85}, or {@code own 1a2b3c4d} with a checksum to compare it by. */
    static String told(ByteBuffer table) {
        for (int quality = 1; quality <= 100; quality++) {
            if (isStandard(table, quality)) {
                return "standard, quality " + quality;
            }
        }
        var checksum = new CRC32();
        checksum.update(table.duplicate());
        return "own %08x".formatted(checksum.getValue());
    }

    private static boolean isStandard(ByteBuffer table, int quality) {
        int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        for (int k = 0; k < EXAMPLE.length; k++) {
            if (Byte.toUnsignedInt(table.get(k)) != Math.clamp((EXAMPLE[k] * scale + 50) / 100, 1, 255)) {
                return false;
            }
        }
        return true;
    }
}
