package ma.balagh.dispatch.personaldata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;

/** The words of French and English that are written in small letters: LanguageTool's dictionaries. */
final class LatinWordIndex {

    private static final List<String> FILES =
            List.of("/org/languagetool/resource/fr/french.dict", "/org/languagetool/resource/en/english.dict");

    private final List<Dictionary> words;

    private LatinWordIndex(List<Dictionary> words) {
        this.words = words;
    }

    static LatinWordIndex load() {
        return new LatinWordIndex(FILES.stream().map(LatinWordIndex::read).toList());
    }

    private static Dictionary read(String file) {
        URL words = Objects.requireNonNull(LatinWordIndex.class.getResource(file), file);
        try {
            return Dictionary.read(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param word in small letters or with a capital, with its accents */
    boolean has(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        // A lookup keeps its place, and is for one thread.
        return words.stream()
                .map(DictionaryLookup::new)
                .anyMatch(lookup -> !lookup.lookup(small).isEmpty());
    }
}
