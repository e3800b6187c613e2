package ma.balagh.dispatch.communique;

import ma.balagh.dispatch.personaldata.PersonalDataFinding;
import ma.balagh.dispatch.personaldata.PersonalDataKind;
import org.jspecify.annotations.Nullable;

/**
 * What the check found in a communiqué.
 *
 * @param from its first character in the text of the language, in UTF-16 units
 * @param to the one behind it
 * @param answer why it may stay; absent while nobody has answered for it
 */
record CheckedFinding(
        String language,
        PersonalDataKind kind,
        int from,
        int to,
        String excerpt,
        @Nullable FindingAnswer answer) {

    static CheckedFinding of(PersonalDataFinding finding, @Nullable FindingAnswer answer) {
        return new CheckedFinding(
                finding.language(), finding.kind(), finding.from(), finding.to(), finding.excerpt(), answer);
    }
}
