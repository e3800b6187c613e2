package ma.balagh.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Verifies the one form of ZIP (PKWARE APPNOTE 6.3.10) that a bundle has: everything around the contents follows from
 * names, sizes and CRCs.
 */
final class StoredFormVerifier {

    /** @param offset of the local header in the file */
    record Header(String name, long size, int crc, long offset) {

        boolean isLarge() {
            return size >= LARGE;
        }
    }

    /** From there on, ZIP64 is needed. */
    static final long LARGE = 0xFFFF_FFFFL;

    static final int LOCAL = 0x0403_4B50;
    static final int LOCAL_LENGTH = 30;
    static final int LOCAL_EXTRA = 20;

    private static final int CENTRAL = 0x0201_4B50;
    private static final int DATE_OF_1980 = 0x0021;

    private StoredFormVerifier() {}

    static byte[] local(Header header) {
        byte[] name = header.name().getBytes(StandardCharsets.US_ASCII);
        int extra = header.isLarge() ? LOCAL_EXTRA : 0;
        ByteBuffer out = little(LOCAL_LENGTH + name.length + extra);
        out.putInt(LOCAL);
        described(out, header, header.isLarge(), name.length, extra);
        out.put(name);
        if (header.isLarge()) {
            out.putShort((short) 1).putShort((short) 16);
            out.putLong(header.size()).putLong(header.size());
        }
        return out.array();
    }

    /** All that comes after the last content. */
    static byte[] directory(List<Header> headers, long offset) {
        var out = new ByteArrayOutputStream();
        headers.forEach(header -> out.writeBytes(central(header)));
        int length = out.size();
        if (offset >= LARGE) {
            ByteBuffer end = little(76);
            end.putInt(0x0606_4B50).putLong(44).putShort((short) 45).putShort((short) 45);
            end.putInt(0).putInt(0).putLong(headers.size()).putLong(headers.size());
            end.putLong(length).putLong(offset);
            end.putInt(0x0706_4B50).putInt(0).putLong(offset + length).putInt(1);
            out.writeBytes(end.array());
        }
        ByteBuffer end = little(22);
        end.putInt(0x0605_4B50).putInt(0);
        end.putShort((short) headers.size()).putShort((short) headers.size());
        end.putInt(length).putInt(capped(offset)).putShort((short) 0);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    private static byte[] central(Header header) {
        byte[] name = header.name().getBytes(StandardCharsets.US_ASCII);
        boolean far = header.offset() >= LARGE;
        int fields = (header.isLarge() ? 16 : 0) + (far ? 8 : 0);
        int extra = fields == 0 ? 0 : 4 + fields;
        ByteBuffer out = little(46 + name.length + extra);
        out.putInt(CENTRAL).putShort((short) (extra == 0 ? 10 : 45));
        described(out, header, extra > 0, name.length, extra);
        out.putInt(0).putShort((short) 0).putInt(0);
        out.putInt(capped(header.offset())).put(name);
        if (extra > 0) {
            out.putShort((short) 1).putShort((short) fields);
            if (header.isLarge()) {
                out.putLong(header.size()).putLong(header.size());
            }
            if (far) {
                out.putLong(header.offset());
            }
        }
        return out.array();
    }

    private static void described(ByteBuffer out, Header header, boolean zip64, int name, int extra) {
        out.putShort((short) (zip64 ? 45 : 10)).putInt(0).putShort((short) 0).putShort((short) DATE_OF_1980);
        out.putInt(header.crc()).putInt(capped(header.size())).putInt(capped(header.size()));
        out.putShort((short) name).putShort((short) extra);
    }

    private static int capped(long value) {
        return (int) Math.min(value, LARGE);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
