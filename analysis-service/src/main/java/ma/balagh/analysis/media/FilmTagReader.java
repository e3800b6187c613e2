package ma.balagh.analysis.media;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What a {@link PlainFilmReader} says about itself, by the names that FFmpeg gives it; what was said first counts. */
final class FilmTagReader {

    /** From 1904, where the film's clock begins, to 1970. */
    private static final long EPOCH = 2_082_844_800L;

    private FilmTagReader() {}

    /** The writer's name in iTunes' list, and nothing else. */
    static void ofWriter(FilmBox userData, Map<String, String> tags) throws FilmBox.NotPlain {
        FilmBox meta = userData.only("meta").child("meta");
        FilmBox list = meta.from(4).only("hdlr", "ilst", "free").child("ilst");
        if (list.body().hasRemaining()) {
            ByteBuffer data =
                    list.only("©too").child("©too").only("data").child("data").body();
            FilmBox.demand(data.getInt(0) == 1);
            tags.put("encoder", FilmBox.text(data, 8, data.limit() - 8));
        }
    }

    /** When it was made, from the head of a film or of a track's media. */
    static void time(FilmBox head, Map<String, String> tags) throws FilmBox.NotPlain {
        long created = Integer.toUnsignedLong(head.at(4));
        if (created != 0) {
            FilmBox.demand(created >= EPOCH);
            String at = Instant.ofEpochSecond(created - EPOCH)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
            tags.putIfAbsent("creation_time", at.replace("Z", ".000000Z"));
        }
    }

    /** Language and the name of the track's handler. */
    static void ofTrack(FilmBox head, FilmBox handler, Map<String, String> tags) throws FilmBox.NotPlain {
        var language = new StringBuilder();
        int code = head.at(20) >>> 16;
        for (int shift = 10; shift >= 0; shift -= 5) {
            int letter = code >> shift & 0x1F;
            FilmBox.demand(code < 1 << 15 && letter >= 1 && letter <= 26);
            language.append((char) ('a' + letter - 1));
        }
        tags.putIfAbsent("language", language.toString());
        int end = 24;
        while (end < handler.body().limit() && handler.body().get(end) != 0) {
            end++;
        }
        if (end > 24) {
            tags.putIfAbsent("handler_name", FilmBox.text(handler.body(), 24, end - 24));
        }
    }
}
