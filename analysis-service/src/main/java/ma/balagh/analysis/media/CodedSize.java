package ma.balagh.analysis.media;

import java.nio.ByteBuffer;

/**
 * Width and height that a sequence parameter set of H.264 gives its pictures (ITU-T H.264, 7.3.2.1.1), for the ordinary
 * ones: 4:2:0, eight bits, no field coding, no scaling matrices.
 */
record CodedSize(int width, int height) {

    /** Another kind of stream. */
    static final CodedSize UNKNOWN = new CodedSize(0, 0);

    private static final int MACROBLOCK = 16;

    /** @throws IndexOutOfBoundsException where it is cut off */
    static CodedSize of(ByteBuffer unit) {
        var bits = new Bits(plain(unit));
        bits.take(8);
        int profile = bits.take(8);
        bits.take(16);
        bits.number();
        boolean high = profile == 100;
        if (!high && profile != 66 && profile != 77) {
            return UNKNOWN;
        }
        // Chroma 4:2:0; two depths of eight bits; no bypass of the transform, no matrices.
        if (high && (bits.number() != 1 || bits.number() != 0 || bits.number() != 0 || bits.take(2) != 0)) {
            return UNKNOWN;
        }
        bits.number();
        int order = bits.number();
        if (order == 0) {
            bits.number();
        } else if (order != 2) {
            return UNKNOWN;
        }
        bits.number();
        bits.take(1);
        int width = (bits.number() + 1) * MACROBLOCK;
        int height = (bits.number() + 1) * MACROBLOCK;
        boolean frames = bits.take(1) == 1;
        bits.take(1);
        if (!frames || width > 1 << 16 || height > 1 << 16) {
            return UNKNOWN;
        }
        return bits.take(1) == 0 ? new CodedSize(width, height) : cropped(width, height, bits);
    }

    private static CodedSize cropped(int width, int height, Bits bits) {
        int columns = 2 * (bits.number() + bits.number());
        int rows = 2 * (bits.number() + bits.number());
        boolean some = columns >= 0 && columns < width && rows >= 0 && rows < height;
        return some ? new CodedSize(width - columns, height - rows) : UNKNOWN;
    }

    /** Without the third byte of each 00 00 03, which only keeps start codes out. */
    private static ByteBuffer plain(ByteBuffer unit) {
        var plain = ByteBuffer.allocate(unit.remaining());
        for (int k = unit.position(); k < unit.limit(); k++) {
            boolean padding =
                    k >= unit.position() + 2 && unit.get(k) == 3 && unit.get(k - 1) == 0 && unit.get(k - 2) == 0;
            if (!padding) {
                plain.put(unit.get(k));
            }
        }
        return plain.flip();
    }

    private static final class Bits {

        private final ByteBuffer bytes;
        private int at;

        Bits(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        int take(int count) {
            int value = 0;
            for (int k = 0; k < count; k++, at++) {
                value = value << 1 | bytes.get(at >> 3) >> (7 - (at & 7)) & 1;
            }
            return value;
        }

        /** Exponential Golomb code; at most 2¹⁶, which none of these numbers reaches. */
        int number() {
            int zeros = 0;
            while (take(1) == 0) {
                zeros++;
                if (zeros > 16) {
                    throw new IndexOutOfBoundsException("no number");
                }
            }
            return (1 << zeros) - 1 + take(zeros);
        }
    }
}
