package ma.balagh.intake.relevance;

import io.quarkus.runtime.annotations.RegisterResources;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.wording.FoldedText;
import ma.balagh.wording.TextWord;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;

/** Words that may stand between those of a term: Lucene's for Arabic and French, and those of Darija. */
@RegisterResources(
        globs = {"org/apache/lucene/analysis/ar/stopwords.txt", "org/apache/lucene/analysis/snowball/french_stop.txt"})
final class StopWordSet {

    private static final String DARIJA =
            "ديال ديالي ديالو ديالها ديالهم د اللي لي هاد داك ديك شي واحد واحدة هادي هادا فاش باش ع ف ب "
                    + "dyal dial diali dyali dyalo li lli had hadi hada dak dik chi wahed wa7ed wa7da f b bach fach";

    private static final Set<String> ALL = Stream.of(
                    words(ArabicAnalyzer.getDefaultStopSet()),
                    words(FrenchAnalyzer.getDefaultStopSet()),
                    Stream.of(DARIJA.split(" ")))
            .flatMap(words -> words)
            .flatMap(word -> FoldedText.of(word).words().stream())
            .map(TextWord::form)
            .collect(Collectors.toUnmodifiableSet());

    private StopWordSet() {}

    static boolean has(String form) {
        return ALL.contains(form);
    }

    private static Stream<String> words(CharArraySet set) {
        return set.stream().map(word -> new String((char[]) word));
    }
}
