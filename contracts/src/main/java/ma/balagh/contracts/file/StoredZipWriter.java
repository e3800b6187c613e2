package ma.balagh.contracts.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A ZIP file (PKWARE APPNOTE 6.3.10) in the one form that {@code docs/custody-chain.md} describes: entries stored, of no time, with no comment and no extra field but that of ZIP64 where a size or an offset
 * needs it. Whoever knows names, sizes and contents knows every byte.
 */
public final class StoredZipWriter {

    /** Writes the bytes of an entry, exactly as many as announced. */
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /** @param crc CRC-32 of the content */
    public record Entry(String name, long size, long crc, Content content) {}

    private static final long LIMIT = 0xFFFF_FFFFL;
    private static final int LOCAL = 0x0403_4B50;
    private static final int CENTRAL = 0x0201_4B50;
    private static final int END_64 = 0x0606_4B50;
    private static final int LOCATOR_64 = 0x0706_4B50;
    private static final int END = 0x0605_4B50;
    private static final short PLAIN = 10;
    private static final short ZIP64 = 45;
    // The first day that the format knows.
    private static final short DATE = 1 << 5 | 1;

    private final List<Entry> entries;

    /** Writes them in this order. */
    public StoredZipWriter(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** In bytes. */
    public long size() {
        long size = 0;
        for (Entry entry : entries) {
            size += localHeader(entry).length + entry.size();
        }
        return size + directory().length;
    }

    public void writeTo(OutputStream out) throws IOException {
        for (Entry entry : entries) {
            out.write(localHeader(entry));
            entry.content().writeTo(out);
        }
        out.write(directory());
    }

    private static byte[] localHeader(Entry entry) {
        boolean large = entry.size() >= LIMIT;
        byte[] name = entry.name().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer header = buffer(30 + name.length + (large ? 20 : 0));
        header.putInt(LOCAL);
        common(header, large, entry, name, large ? 20 : 0);
        header.put(name);
        if (large) {
            header.putShort((short) 1)
                    .putShort((short) 16)
                    .putLong(entry.size())
                    .putLong(entry.size());
        }
        return header.array();
    }

    /** What local and central headers have in common. */
    private static void common(ByteBuffer header, boolean large, Entry entry, byte[] name, int extra) {
        int size = (int) Math.min(entry.size(), LIMIT);
        header.putShort(large ? ZIP64 : PLAIN).putShort((short) 0).putShort((short) 0);
        header.putShort((short) 0).putShort(DATE);
        header.putInt((int) entry.crc()).putInt(size).putInt(size);
        header.putShort((short) name.length).putShort((short) extra);
    }

    private byte[] directory() {
        var out = new ByteArrayOutputStream();
        long offset = 0;
        for (Entry entry : entries) {
            out.writeBytes(centralHeader(entry, offset));
            offset += localHeader(entry).length + entry.size();
        }
        int size = out.size();
        if (offset >= LIMIT) {
            out.writeBytes(end64(offset, size));
        }
        ByteBuffer end = buffer(22);
        end.putInt(END).putShort((short) 0).putShort((short) 0);
        end.putShort((short) entries.size()).putShort((short) entries.size());
        end.putInt(size).putInt((int) Math.min(offset, LIMIT)).putShort((short) 0);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    private static byte[] centralHeader(Entry entry, long offset) {
        var needed = new ArrayList<Long>();
        if (entry.size() >= LIMIT) {
            needed.add(entry.size());
            needed.add(entry.size());
        }
        if (offset >= LIMIT) {
            needed.add(offset);
        }
        boolean large = !needed.isEmpty();
        int extra = large ? 4 + 8 * needed.size() : 0;
        byte[] name = entry.name().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer header = buffer(46 + name.length + extra);
        header.putInt(CENTRAL).putShort(large ? ZIP64 : PLAIN);
        common(header, large, entry, name, extra);
        // No comment, first disk, no attributes.
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        header.putInt((int) Math.min(offset, LIMIT)).put(name);
        if (large) {
            header.putShort((short) 1).putShort((short) (extra - 4));
            needed.forEach(header::putLong);
        }
        return header.array();
    }

    private byte[] end64(long offset, int size) {
        ByteBuffer end = buffer(56 + 20);
        end.putInt(END_64).putLong(44).putShort(ZIP64).putShort(ZIP64).putInt(0).putInt(0);
        end.putLong(entries.size()).putLong(entries.size()).putLong(size).putLong(offset);
        end.putInt(LOCATOR_64).putInt(0).putLong(offset + size).putInt(1);
        return end.array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
