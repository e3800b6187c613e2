package ma.balagh.dispatch.communique;

import java.time.Instant;
import ma.balagh.dispatch.personaldata.PersonalDataFinding;
import ma.balagh.dispatch.personaldata.PersonalDataKind;

/**
 * Why something that the check found may stay, and who says so.
 *
 * @param from its first character in the text, in UTF-16 units
 * @param to the one behind it
 */
record FindingAnswer(String language, PersonalDataKind kind, int from, int to, String reason, String by, Instant at) {

    boolean isAbout(PersonalDataFinding finding) {
        return language.equals(finding.language())
                && kind == finding.kind()
                && from == finding.from()
                && to == finding.to();
    }
}
