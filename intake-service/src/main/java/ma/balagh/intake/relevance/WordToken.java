package ma.balagh.intake.relevance;

import java.util.List;
import ma.balagh.wording.TextWord;

/**
 * A word in the form that terms are matched by.
 *
 * @param forms what it may be a form of: first its stem, without Arabic articles and endings or French ones; then what more
 *     could be taken from an Arabic one
 * @param isStop whether it says so little that it may stand between the words of a term
 */
record WordToken(TextWord word, List<String> forms, boolean isStop) {

    WordToken {
        forms = List.copyOf(forms);
    }

    String stem() {
        return forms.getFirst();
    }
}
