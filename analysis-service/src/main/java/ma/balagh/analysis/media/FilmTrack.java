package ma.balagh.analysis.media;

import java.util.Map;
import ma.balagh.analysis.packet.SampleTable;

/**
 * A track of a {@link PlainFilmReader}: pictures or sound, not turned, played in one piece.
 *
 * @param head of its media
 * @param table what it is made of
 * @param edit which part of it is played
 */
record FilmTrack(FilmBox head, FilmBox handler, FilmBox table, SampleTable.Edit edit) {

    private static final String PICTURES = "vide";
    private static final String SOUND = "soun";

    /** A matrix that moves and turns nothing (ISO/IEC 14496-12, 6.2.2). */
    private static final int[] UPRIGHT = {1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30};

    static boolean isUpright(FilmBox head, int matrix) {
        return head.isMatrix(matrix, UPRIGHT);
    }

    /** @param filmScale units of the film's time in a second */
    static FilmTrack of(FilmBox track, int filmScale) throws FilmBox.NotPlain {
        FilmBox trackHead = track.only("tkhd", "edts", "mdia").child("tkhd");
        FilmBox media = track.child("mdia").only("mdhd", "hdlr", "minf");
        FilmBox head = media.child("mdhd");
        FilmBox.demand(trackHead.at(0) >>> 24 == 0 && isUpright(trackHead, 40) && head.at(0) == 0 && head.at(12) > 0);
        FilmBox handler = media.child("hdlr");
        String kind = FilmBox.type(handler.body(), 8);
        FilmBox.demand((kind.equals(PICTURES) || kind.equals(SOUND)) && handler.at(4) == 0);
        FilmBox table = media.child("minf")
                .only(kind.equals(SOUND) ? "smhd" : "vmhd", "dinf", "stbl")
                .child("stbl");
        return new FilmTrack(head, handler, table, edit(track, filmScale, head.at(12)));
    }

    /** From the first packet to behind the last one, or as much as is played by a list of one entry. */
    private static SampleTable.Edit edit(FilmBox track, int filmScale, int scale) throws FilmBox.NotPlain {
        if (!track.has("edts")) {
            return new SampleTable.Edit(0, Long.MAX_VALUE);
        }
        FilmBox list = track.child("edts").only("elst").child("elst");
        FilmBox.demand(list.at(0) == 0 && list.at(4) == 1 && list.at(16) == 1 << 16);
        long from = list.at(12);
        long length = list.at(8);
        FilmBox.demand(from >= 0 && length > 0);
        return new SampleTable.Edit(from, from + Math.round((double) length * scale / filmScale));
    }

    boolean isSound() {
        return FilmBox.type(handler.body(), 8).equals(SOUND);
    }

    void tell(Map<String, String> tags) throws FilmBox.NotPlain {
        FilmTagReader.time(head, tags);
        FilmTagReader.ofTrack(head, handler, tags);
    }

    SampleTable.Head units() {
        return new SampleTable.Head(head.at(12), Integer.toUnsignedLong(head.at(16)));
    }

    SampleTable samples() throws FilmBox.NotPlain {
        if (isSound()) {
            table.only("stsd", "stts", "stsc", "stsz", "stco", "co64", "sgpd", "sbgp");
            FilmBox.demand(isRoll("sgpd") && isRoll("sbgp"));
        } else {
            table.only("stsd", "stts", "ctts", "stss", "stsc", "stsz", "stco", "co64");
        }
        boolean wide = table.has("co64");
        FilmBox.demand(wide != table.has("stco"));
        return new SampleTable(
                table.child("stts").body(),
                table.has("ctts") ? table.child("ctts").body() : null,
                isSound() ? null : table.child("stss").body(),
                table.child("stsz").body(),
                table.child("stsc").body(),
                table.child(wide ? "co64" : "stco").body(),
                wide);
    }

    /** Groups by how many packets a decoder needs before one say nothing to FFmpeg; others would (8.9). */
    private boolean isRoll(String groups) throws FilmBox.NotPlain {
        return !table.has(groups) || FilmBox.type(table.child(groups).body(), 4).equals("roll");
    }
}
