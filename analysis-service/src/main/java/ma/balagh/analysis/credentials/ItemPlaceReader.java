package ma.balagh.analysis.credentials;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.box.IsoBox;
import ma.balagh.analysis.credentials.container.ByteSpan;
import ma.balagh.analysis.credentials.container.MediumBytesReader;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;

/**
 * The table of a photo in HEIC or AVIF that says where its pictures lie in the file ({@code iloc}, ISO/IEC 14496-12,
 * 8.11.3). Signers leave it out of the digest, as they do with the tables of {@link ChunkOffsetReader}.
 */
final class ItemPlaceReader {

    private static final int MOST_BYTES = 1 << 22;
    private static final int MOST_PLACES = 200_000;

    private static final int IN_THE_FILE = 0;

    private final MediumBytesReader medium;

    ItemPlaceReader(MediumBytesReader medium) {
        this.medium = medium;
    }

    /**
     * How many bytes of the items the digest does not cover, where the table is itself not covered.
     *
     * @param tables those of which at least a part is excluded
     */
    long outside(List<IsoBox> tables, List<ByteSpan> excluded) throws IOException, DamagedEncodingException {
        var places = new ArrayList<ByteSpan>();
        for (IsoBox table : tables) {
            if (table.length() > MOST_BYTES || !read(table, places)) {
                return ByteSpan.of(table).length();
            }
        }
        long all = ByteSpan.merged(places).stream().mapToLong(ByteSpan::length).sum();
        return all - ByteSpan.outside(places, excluded);
    }

    /** @return false where the table says what cannot be, or that items lie elsewhere */
    private boolean read(IsoBox table, List<ByteSpan> places) throws IOException, DamagedEncodingException {
        ByteBuffer bytes = medium.read(table.body(), (int) table.length());
        try {
            int version = bytes.getInt() >>> 24;
            int sizes = Short.toUnsignedInt(bytes.getShort());
            long items = number(bytes, version < 2 ? 2 : 4);
            for (long k = 0; k < items; k++) {
                if (!readItem(bytes, version, sizes, places)) {
                    return false;
                }
            }
            return true;
        } catch (BufferUnderflowException e) {
            return false;
        }
    }

    private boolean readItem(ByteBuffer bytes, int version, int sizes, List<ByteSpan> places) {
        number(bytes, version < 2 ? 2 : 4);
        long construction = version == 0 ? IN_THE_FILE : number(bytes, 2) & 0xF;
        boolean isElsewhere = number(bytes, 2) != 0;
        long base = number(bytes, sizes >> 4 & 0xF);
        int extents = (int) number(bytes, 2);
        int index = version == 0 ? 0 : sizes & 0xF;
        int offset = sizes >> 12 & 0xF;
        int size = sizes >> 8 & 0xF;
        if (construction != IN_THE_FILE) {
            // They lie in other items, or beside the table, where the digest covers them.
            number(bytes, extents * (index + offset + size));
            return !isElsewhere;
        }
        for (int k = 0; k < extents; k++) {
            number(bytes, index);
            if (!isWithin(base + number(bytes, offset), number(bytes, size), places)) {
                return false;
            }
        }
        return !isElsewhere;
    }

    /** Without a length, all of the file is meant. */
    private boolean isWithin(long from, long length, List<ByteSpan> places) {
        long to = length == 0 ? medium.size() : from + length;
        boolean isWithin = places.size() < MOST_PLACES && from >= 0 && from <= to && to <= medium.size();
        if (isWithin) {
            places.add(new ByteSpan(from, to));
        }
        return isWithin;
    }

    private static long number(ByteBuffer bytes, int width) {
        long number = 0;
        for (int k = 0; k < width; k++) {
            number = number << 8 | Byte.toUnsignedLong(bytes.get());
        }
        return number;
    }
}
