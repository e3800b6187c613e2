package ma.balagh.analysis.structure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.BiConsumer;

/**
 * Reads which encoder made a picture, from its messages in the stream (user_data_unregistered, ITU-T H.264 D.1.7 and
 * H.265 D.2.7).
 */
final class EncoderTraceReader {

    /** Bytes of a first sample that are read: such messages stand before its picture. */
    static final int SAMPLE = 64 << 10;

    /** Bytes in which messages are looked for where no table says where samples are. */
    static final int SEARCHED = 256 << 10;

    private static final int MOST_UNITS = 64;
    private static final int USER_DATA = 5;
    private static final int ID = 16;
    private static final int LONGEST = 2048;

    private static final byte[] X264 = HexFormat.of().parseHex("dc45e9bde6d948b7962cd820d923eeef");
    private static final byte[] X265 = HexFormat.of().parseHex("2ca2de09b51747dbbb55a4fe7fc2fc4e");

    private EncoderTraceReader() {}

    /**
     * Units of a sample, each behind its length.
     *
     * @param width bytes of a length
     */
    static void units(ByteBuffer sample, int width, boolean hevc, BiConsumer<String, String> traces) {
        ByteBuffer rest = sample.duplicate();
        for (int k = 0; k < MOST_UNITS && rest.remaining() > width; k++) {
            long length = 0;
            for (int b = 0; b < width; b++) {
                length = length << 8 | Byte.toUnsignedLong(rest.get());
            }
            int whole = (int) Math.min(length, rest.remaining());
            unit(rest.slice(rest.position(), whole), hevc, traces);
            rest.position(rest.position() + whole);
        }
    }

    /** Units that stand in the description of HEVC (ISO/IEC 14496-15, 8.3.2.1), in arrays by their type. */
    static void configuration(ByteBuffer hvcC, BiConsumer<String, String> traces) {
        ByteBuffer rest = hvcC.duplicate().position(22);
        int arrays = Byte.toUnsignedInt(rest.get());
        for (int k = 0; k < Math.min(arrays, MOST_UNITS) && rest.remaining() >= 3; k++) {
            rest.get();
            int count = Short.toUnsignedInt(rest.getShort());
            for (int n = 0; n < Math.min(count, MOST_UNITS) && rest.remaining() > 2; n++) {
                int length = Math.min(Short.toUnsignedInt(rest.getShort()), rest.remaining());
                unit(rest.slice(rest.position(), length), true, traces);
                rest.position(rest.position() + length);
            }
        }
    }

    /** Looks for the messages of known encoders anywhere, also in a raw stream or between packets. */
    static void search(ByteBuffer block, BiConsumer<String, String> traces) {
        for (byte[] id : new byte[][] {X264, X265}) {
            int at = find(block, id);
            if (at >= 0) {
                int from = at + ID;
                tell(block.slice(from, Math.min(LONGEST, block.limit() - from)), traces);
            }
        }
    }

    private static int find(ByteBuffer block, byte[] id) {
        for (int at = 0; at + id.length <= block.limit(); at++) {
            if (block.get(at) == id[0] && block.slice(at, id.length).equals(ByteBuffer.wrap(id))) {
                return at;
            }
        }
        return -1;
    }

    private static void unit(ByteBuffer unit, boolean hevc, BiConsumer<String, String> traces) {
        int head = hevc ? 2 : 1;
        if (unit.remaining() <= head) {
            return;
        }
        int type = hevc ? unit.get(0) >> 1 & 0x3F : unit.get(0) & 0x1F;
        if (hevc ? type == 39 || type == 40 : type == 6) {
            messages(unescaped(unit.slice(head, Math.min(LONGEST, unit.remaining() - head))), traces);
        }
    }

    /** Without the third byte of each 00 00 03, which only keeps start codes out. */
    private static ByteBuffer unescaped(ByteBuffer unit) {
        var plain = ByteBuffer.allocate(unit.remaining());
        int zeros = 0;
        while (unit.hasRemaining()) {
            byte next = unit.get();
            if (zeros >= 2 && next == 3) {
                zeros = 0;
                continue;
            }
            zeros = next == 0 ? zeros + 1 : 0;
            plain.put(next);
        }
        return plain.flip();
    }

    /** Type and size are each a sum of bytes, of which all but the last are 255. */
    private static void messages(ByteBuffer rest, BiConsumer<String, String> traces) {
        for (int k = 0; k < MOST_UNITS && rest.remaining() > 2; k++) {
            int type = sum(rest);
            int size = Math.min(sum(rest), rest.remaining());
            if (type == USER_DATA && size > ID) {
                tell(rest.slice(rest.position() + ID, size - ID), traces);
            }
            rest.position(rest.position() + size);
        }
    }

    private static int sum(ByteBuffer rest) {
        int sum = 0;
        while (rest.hasRemaining()) {
            int next = Byte.toUnsignedInt(rest.get());
            sum += next;
            if (next < 255) {
                break;
            }
        }
        return sum;
    }

    private static void tell(ByteBuffer message, BiConsumer<String, String> traces) {
        String text = StandardCharsets.ISO_8859_1.decode(message).toString().split("\0", 2)[0];
        int end = 0;
        while (end < text.length() && text.charAt(end) >= 0x20 && text.charAt(end) < 0x7F) {
            end++;
        }
        if (end >= 4) {
            String said = text.substring(0, end);
            traces.accept("coder", said.split(" - H\\.26| - options", 2)[0]);
            int options = said.indexOf("options: ");
            if (options >= 0) {
                traces.accept("coder.options", said.substring(options + 9));
            }
        }
    }
}
