package ma.balagh.analysis.urgency;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The possible forms of an Arabic word without the articles, prepositions and pronouns that are attached to it. */
final class ArabicStemmer {

    private static final List<String> PREFIXES =
            List.of("وبال", "ولل", "وال", "بال", "فال", "كال", "لل", "ال", "وب", "و", "ف", "ب", "ل", "ك");

    private static final List<String> SUFFIXES = List.of("هم", "ها", "نا", "كم", "ين", "ون", "ات", "ه", "ي", "ك");

    /** Letters that must be left; with fewer, what was cut off was the word's own. */
    private static final int SHORTEST = 3;

    /** What is left of a tanwin. */
    private static final String INDEFINITE = "ا";

    /** Letters that must be left before a suffix: {@code موسى} is no knife. */
    private static final int SHORTEST_BEFORE_SUFFIX = 4;

    private ArabicStemmer() {}

    /** The word itself first. */
    static Set<String> formsOf(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        if (Character.UnicodeScript.of(word.codePointAt(0)) != Character.UnicodeScript.ARABIC) {
            return forms;
        }
        PREFIXES.stream()
                .filter(prefix -> word.startsWith(prefix) && word.length() - prefix.length() >= SHORTEST)
                .forEach(prefix -> forms.add(word.substring(prefix.length())));
        for (String form : List.copyOf(forms)) {
            if (form.endsWith(INDEFINITE) && form.length() > SHORTEST) {
                forms.add(form.substring(0, form.length() - 1));
            }
            SUFFIXES.stream()
                    .filter(suffix ->
                            form.endsWith(suffix) && form.length() - suffix.length() >= SHORTEST_BEFORE_SUFFIX)
                    .forEach(suffix -> forms.add(form.substring(0, form.length() - suffix.length())));
        }
        return forms;
    }
}
