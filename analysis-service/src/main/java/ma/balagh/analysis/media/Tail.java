package ma.balagh.analysis.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The end of a stream that may be endless. */
final class Tail {

    private static final int LIMIT = 8192;

    private Tail() {}

    /** Whole lines, where what stood before them is left out. */
    static String of(InputStream stream) throws IOException {
        byte[] kept = new byte[0];
        boolean cut = false;
        byte[] buffer = new byte[LIMIT];
        int read = stream.read(buffer);
        while (read >= 0) {
            byte[] joined = Arrays.copyOf(kept, kept.length + read);
            System.arraycopy(buffer, 0, joined, kept.length, read);
            cut = cut || joined.length > LIMIT;
            kept = joined.length > LIMIT ? Arrays.copyOfRange(joined, joined.length - LIMIT, joined.length) : joined;
            read = stream.read(buffer);
        }
        String end = new String(kept, StandardCharsets.UTF_8);
        return cut ? end.substring(end.indexOf('\n') + 1) : end;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
