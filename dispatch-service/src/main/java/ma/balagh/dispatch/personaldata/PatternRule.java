package ma.balagh.dispatch.personaldata;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What some kind of number or address looks like in folded text. Of a pattern with a group that took part, the group is
 * what is found, else all of it.
 *
 * @param capitals whether its letters have to be capitals in the original, which tells codes from words
 */
record PatternRule(PersonalDataKind kind, Pattern pattern, boolean capitals) {

    static final String NO_DIGIT_BEFORE = "(?<![\\p{N}\\p{L}])";
    static final String NO_DIGIT_BEHIND = "(?![\\p{N}])";
    static final String WORD_ENDS = "(?![\\p{L}\\p{N}])";
    static final String NUMBER_SIGN = "(?:n ?[°º]|no\\.?|nr\\.?|num\\.?|numero|number|#|رقم|الرقم|عدد) ?:? ?";

    static PatternRule of(PersonalDataKind kind, String pattern) {
        return new PatternRule(kind, Pattern.compile(pattern), false);
    }

    /** One whose letters are capitals. */
    static PatternRule ofCapitals(PersonalDataKind kind, String pattern) {
        return new PatternRule(kind, Pattern.compile(pattern), true);
    }

    List<DataSpan> find(SearchableText text) {
        return pattern.matcher(text.text())
                .results()
                .map(this::span)
                .filter(span -> !capitals || text.isWrittenInCapitals(span.from(), span.to()))
                .toList();
    }

    private DataSpan span(MatchResult match) {
        boolean part = match.groupCount() > 0 && match.start(1) >= 0;
        return new DataSpan(kind, part ? match.start(1) : match.start(), part ? match.end(1) : match.end());
    }
}
