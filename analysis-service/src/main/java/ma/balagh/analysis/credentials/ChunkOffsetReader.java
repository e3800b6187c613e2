package ma.balagh.analysis.credentials;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ma.balagh.analysis.box.IsoBox;
import ma.balagh.analysis.credentials.container.BoxPathReader;
import ma.balagh.analysis.credentials.container.ByteSpan;
import ma.balagh.analysis.credentials.container.MediumBytesReader;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;

/**
 * The tables of a video that say where its pictures and sounds lie in the file. Signers commonly leave them out of the
 * digest; somebody could let them point at bytes that were left out too, such as a box of padding. Then the signed video
 * would be in the file and another one would be played.
 */
final class ChunkOffsetReader {

    private static final String TABLES = "/moov/trak/mdia/minf/stbl/";
    private static final int MOST_ENTRIES = 1 << 22;

    private final MediumBytesReader medium;
    private final BoxPathReader boxes;

    ChunkOffsetReader(MediumBytesReader medium, BoxPathReader boxes) {
        this.medium = medium;
        this.boxes = boxes;
    }

    /** How many places lie outside of what the digest covers, where a table is itself not covered. */
    long outside(List<ByteSpan> excluded) throws IOException, DamagedEncodingException {
        List<ByteSpan> holes = ByteSpan.merged(excluded);
        long outside = 0;
        for (IsoBox table : boxes.at(TABLES + "stco")) {
            outside += outside(table, 4, holes);
        }
        for (IsoBox table : boxes.at(TABLES + "co64")) {
            outside += outside(table, 8, holes);
        }
        return outside;
    }

    private long outside(IsoBox table, int width, List<ByteSpan> holes) throws IOException, DamagedEncodingException {
        ByteSpan content = ByteSpan.within(table);
        if (content.length() < 8 || ByteSpan.outside(List.of(content), holes) == content.length()) {
            return 0;
        }
        long claimed = Integer.toUnsignedLong(medium.read(content.from() + 4, 4).getInt());
        int entries = (int) Math.min(Math.min(claimed, MOST_ENTRIES), (content.length() - 8) / width);
        ByteBuffer places = medium.read(content.from() + 8, entries * width);
        var starts = new ArrayList<Long>(holes.stream().map(ByteSpan::from).toList());
        long outside = 0;
        for (int k = 0; k < entries; k++) {
            long place = width == 4 ? Integer.toUnsignedLong(places.getInt()) : places.getLong();
            outside += isCovered(place, holes, starts) ? 0 : 1;
        }
        return outside;
    }

    private boolean isCovered(long place, List<ByteSpan> holes, List<Long> starts) {
        int found = Collections.binarySearch(starts, place);
        int before = found >= 0 ? found : -found - 2;
        return place >= 0
                && place < medium.size()
                && (before < 0 || place >= holes.get(before).to());
    }
}
