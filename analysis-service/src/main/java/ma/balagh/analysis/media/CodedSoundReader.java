package ma.balagh.analysis.media;

import java.nio.ByteBuffer;

/** How the sound of a {@link PlainFilmReader} is coded: as AAC (ISO/IEC 14496-14, 5.6 and 14496-1, 7.2.6). */
final class CodedSoundReader {

    static final String CODEC = "aac";

    private static final int BOXES = 28;
    private static final int STREAM = 3;
    private static final int DECODER = 4;
    private static final int SPECIFIC = 5;

    /** Of MPEG-4 sound. */
    private static final int MPEG4 = 0x40;

    /** Object types (14496-3, 1.5.1): low complexity, and with two ways to have less than that. */
    private static final int LOW_COMPLEXITY = 2;

    private static final int WITH_BAND_REPLICATION = 5;
    private static final int WITH_PARAMETRIC_STEREO = 29;

    private CodedSoundReader() {}

    static void demandPlain(FilmBox descriptions) throws FilmBox.NotPlain {
        FilmBox.demand(descriptions.at(0) == 0 && descriptions.at(4) == 1);
        FilmBox entry = descriptions.from(8).only("mp4a").child("mp4a");
        FilmBox.demand(entry.body().getShort(6) == 1 && entry.body().getShort(8) == 0);
        ByteBuffer bytes = entry.from(BOXES).only("esds", "btrt").child("esds").body();
        FilmBox.demand(bytes.getInt() == 0);
        ByteBuffer stream = descriptor(bytes, STREAM);
        FilmBox.demand(stream.getShort(2) >>> 8 == 0);
        ByteBuffer decoder = descriptor(stream.position(3), DECODER);
        FilmBox.demand(decoder.get(0) == MPEG4);
        int type = descriptor(decoder.position(13), SPECIFIC).get(0) >>> 3 & 0x1F;
        FilmBox.demand(type == LOW_COMPLEXITY || type == WITH_BAND_REPLICATION || type == WITH_PARAMETRIC_STEREO);
    }

    /** What follows a tag and a length of up to four bytes, seven bits each. */
    private static ByteBuffer descriptor(ByteBuffer bytes, int tag) throws FilmBox.NotPlain {
        FilmBox.demand(bytes.get() == tag);
        int length = 0;
        int digit = 0x80;
        for (int k = 0; k < 4 && (digit & 0x80) != 0; k++) {
            digit = bytes.get();
            length = length << 7 | digit & 0x7F;
        }
        FilmBox.demand((digit & 0x80) == 0);
        return bytes.slice(bytes.position(), length);
    }
}
