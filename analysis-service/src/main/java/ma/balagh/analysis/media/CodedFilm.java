package ma.balagh.analysis.media;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * How the pictures of a {@link PlainFilmReader} are coded (ISO/IEC 14496-12, 12.1.3 and 14496-15, 5.4.2).
 *
 * @param entry the only one of its track's descriptions
 */
record CodedFilm(ByteBuffer entry, CodedSize size) {

    private static final int VENDOR = 12;
    private static final int WIDTH = 24;
    private static final int HEIGHT = 26;
    private static final int NAME = 42;
    private static final int DEPTH = 74;
    private static final int BOXES = 78;

    /** Of all colours, and no table of them. */
    private static final int TRUE_COLOUR = 24 << 16 | 0xFFFF;

    static CodedFilm of(FilmBox descriptions) throws FilmBox.NotPlain {
        FilmBox.demand(descriptions.at(0) == 0 && descriptions.at(4) == 1);
        FilmBox entry = descriptions.from(8).only("avc1").child("avc1");
        FilmBox.demand(entry.at(DEPTH) == TRUE_COLOUR && entry.body().getShort(6) == 1);
        ByteBuffer coding = entry.from(BOXES)
                .only("avcC", "pasp", "btrt", "colr")
                .child("avcC")
                .body();
        boolean plain = coding.get(0) == 1 && (coding.get(4) & 3) == 3 && (coding.get(5) & 31) == 1;
        FilmBox.demand(plain);
        CodedSize size = CodedSize.of(coding.slice(8, Short.toUnsignedInt(coding.getShort(6))));
        FilmBox.demand(!size.equals(CodedSize.UNKNOWN)
                && size.width() == entry.body().getShort(WIDTH)
                && size.height() == entry.body().getShort(HEIGHT));
        return new CodedFilm(entry.body(), size);
    }

    /** Who made the coder, and its name. */
    void tell(Map<String, String> tags) throws FilmBox.NotPlain {
        var vendor = new StringBuilder();
        for (int k = VENDOR; k < VENDOR + 4; k++) {
            int letter = Byte.toUnsignedInt(entry.get(k));
            boolean plain = letter < 0x80 && (Character.isLetterOrDigit(letter) || "._ -".indexOf(letter) >= 0);
            vendor.append(plain ? Character.toString(letter) : "[" + letter + "]");
        }
        tags.putIfAbsent("vendor_id", vendor.toString());
        int length = entry.get(NAME);
        FilmBox.demand(length >= 0 && length < 32);
        if (length > 0) {
            tags.putIfAbsent("encoder", FilmBox.text(entry, NAME + 1, length));
        }
    }
}
