package ma.balagh.dispatch.personaldata;

import java.util.regex.Pattern;

/**
 * What some kind of number or address looks like in folded text. Of a pattern with a group that took part, the group is
 * what is found, else all of it.
 *
 * @param capitals whether its letters have to be capitals in the original, which tells codes from words
 */
record PatternRule(PersonalDataKind kind, Pattern pattern, boolean capitals) {

    static PatternRule of(PersonalDataKind kind, String pattern) {
        return new PatternRule(kind, Pattern.compile(pattern), false);
    }

    /** One whose letters are capitals. */
    static PatternRule ofCapitals(PersonalDataKind kind, String pattern) {
        return new PatternRule(kind, Pattern.compile(pattern), true);
    }
}
