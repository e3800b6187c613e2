package ma.balagh.dispatch.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The words of Arabic in all their forms: Ayaspell's dictionary for Hunspell. It is read when the first word is looked up,
 * which takes some two seconds, so that a service that checks nothing does not keep it.
 */
@ApplicationScoped
public class ArabicWordIndex {

    private static final String FILES = "/org/languagetool/resource/ar/hunspell/ar";
    /** Vowels and the stretching of a line, which a word is written with or without. */
    private static final Pattern MARKS = Pattern.compile("[\\u064b-\\u0652\\u0670\\u0640]");

    /** Null until somebody asks. */
    private @Nullable Hunspell words;

    /** @param word as it is written, with or without vowels */
    public boolean has(String word) {
        return words().spell(MARKS.matcher(word).replaceAll(""));
    }

    private synchronized Hunspell words() {
        if (words == null) {
            words = read();
        }
        return words;
    }

    private static Hunspell read() {
        try (var affixes = file(".aff");
                var stems = file(".dic")) {
            return new Hunspell(new Dictionary(new ByteBuffersDirectory(), "ar", affixes, stems));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream file(String ending) {
        var file = ArabicWordIndex.class.getResourceAsStream(FILES + ending);
        if (file == null) {
            throw new IllegalStateException(FILES + ending + " is missing");
        }
        return file;
    }
}
