package ma.balagh.dispatch.personaldata;

import java.util.List;
import java.util.Set;

/** Finds forms of address in Arabic, and the fields of forms, behind which the name of somebody stands. */
final class ArabicHonorificDetector {

    /** Of a form, where a colon stands before what is filled in. */
    private static final Set<String> FIELDS = Set.of("الاسم", "النسب", "اللقب", "الكنيه");
    /** Of the sons of, in Amazigh: of a family or of a tribe. */
    private static final String AIT = "ايت";

    private final NameIndex names;
    private final List<TextToken> tokens;
    private final ArabicIntroductionDetector introductions;

    ArabicHonorificDetector(NameIndex names, List<TextToken> tokens, ArabicIntroductionDetector introductions) {
        this.names = names;
        this.tokens = tokens;
        this.introductions = introductions;
    }

    /** The first word of the name that the word stands before; the word itself where none does. */
    int nameBehind(int index) {
        int first = isJoined(index + 1) ? index + 2 : index + 1;
        return isAddress(index, first) ? first : index;
    }

    private boolean isAddress(int index, int first) {
        var token = tokens.get(index);
        if (first >= tokens.size()
                || !names.hasReading(WordList.HONORIFICS, token) && !isField(index)
                || introductions.isCalledUpon(index, first)) {
            return false;
        }
        var next = tokens.get(first);
        return next.isArabic()
                && (isNear(next) || first > index + 1)
                && next.text().length() > 1
                && !names.hasReading(WordList.TITLES, next)
                && !(next.isDefinite() && names.has(WordList.PERSONS, next.text()))
                && !names.has(WordList.STOPWORDS, next.text())
                && (!names.hasReading(WordList.PLACES, next) || isBeginningOfAName(next.text()))
                && names.placeRead(tokens, first) == 0;
    }

    /** Called by "X": the particle stands alone where quotation marks part it from the name. */
    private boolean isJoined(int index) {
        return index + 1 < tokens.size()
                && tokens.get(index).text().equals("ب")
                && tokens.get(index + 1).gap().length() <= 2;
    }

    private boolean isField(int index) {
        return FIELDS.contains(tokens.get(index).text())
                && index + 1 < tokens.size()
                && tokens.get(index + 1).gap().indexOf(':') >= 0;
    }

    /** Of a tribe or with a saint's title, which a place may begin with as well. */
    private static boolean isBeginningOfAName(String word) {
        return word.equals(AIT) || ArabicNameDetector.LORDS.contains(word);
    }

    private static boolean isNear(TextToken token) {
        return !token.gap().isEmpty()
                && token.gap().length() <= 3
                && token.gap().chars().allMatch(c -> c == ' ' || c == '"' || c == '«' || c == '(' || c == ':');
    }
}
