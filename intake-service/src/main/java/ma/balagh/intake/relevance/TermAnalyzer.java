package ma.balagh.intake.relevance;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import ma.balagh.wording.FoldedText;
import ma.balagh.wording.TextWord;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttributeImpl;
import org.apache.lucene.analysis.tokenattributes.PackedTokenAttributeImpl;

/**
 * Stems words with Lucene's light stemmers for Arabic and French. Both see every word: each ignores the other's
 * letters, and the declared language is often wrong.
 */
// Lucene makes the implementation of an attribute by its name.
@RegisterForReflection(
        targets = {PackedTokenAttributeImpl.class, KeywordAttributeImpl.class},
        fields = false)
final class TermAnalyzer {

    private static final String WRITTEN_ON = "وفبلك";
    private static final String ARTICLE = "ال";
    private static final char ALEF = 'ا';
    private static final char TEH = 'ت';
    private static final int SHORTEST = 3;

    private TermAnalyzer() {}

    static List<WordToken> of(String text) {
        return of(FoldedText.of(text).words());
    }

    static List<WordToken> of(List<TextWord> words) {
        var tokens = new ArrayList<WordToken>(words.size());
        var source = new WordStream(words.iterator());
        try (TokenStream stems =
                new FrenchLightStemFilter(new ArabicStemFilter(new ArabicNormalizationFilter(source)))) {
            CharTermAttribute stem = stems.getAttribute(CharTermAttribute.class);
            stems.reset();
            for (TextWord word : words) {
                stems.incrementToken();
                tokens.add(token(word, stem.toString()));
            }
            stems.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static WordToken token(TextWord word, String stem) {
        List<String> forms = new ArrayList<>(3);
        forms.add(stem);
        if (word.isArabic() && stem.length() > SHORTEST) {
            addBare(forms, stem);
            for (String form : List.copyOf(forms)) {
                addUninflected(forms, form, word.form().length() > stem.length());
            }
        }
        return new WordToken(word, forms, StopWordSet.has(word.form()));
    }

    /** Without one letter that is written onto the word, and the article behind it. */
    private static void addBare(List<String> forms, String stem) {
        if (WRITTEN_ON.indexOf(stem.charAt(0)) >= 0) {
            String bare = stem.substring(1);
            boolean article = bare.startsWith(ARTICLE) && bare.length() >= ARTICLE.length() + SHORTEST;
            forms.add(article ? bare.substring(ARTICLE.length()) : bare);
        }
    }

    /** Without what is left of a tanwin, or of the ta marbuta before a pronoun, which the stemmer took away. */
    private static void addUninflected(List<String> forms, String form, boolean shortened) {
        int last = form.length() - 1;
        if (last >= SHORTEST && (form.charAt(last) == ALEF || shortened && form.charAt(last) == TEH)) {
            forms.add(form.substring(0, last));
        }
    }

    private static final class WordStream extends TokenStream {

        private final Iterator<TextWord> words;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        WordStream(Iterator<TextWord> words) {
            this.words = words;
        }

        @Override
        public boolean incrementToken() {
            if (!words.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(words.next().form());
            return true;
        }
    }
}
