package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEFORE;
import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEHIND;
import static ma.balagh.dispatch.personaldata.PatternRule.NUMBER_SIGN;
import static ma.balagh.dispatch.personaldata.PatternRule.WORD_ENDS;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.ADDRESS;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds houses: addresses with a number, not streets and districts alone. */
final class AddressDetector {

    private static final String HOUSE = "\\d{1,4}(?: ?(?:bis|ter))?";
    private static final String FRENCH_STREET =
            "(?:rue|avenue|av|boulevard|bd|bvd|blvd|impasse|ruelle|derb|douar|zankat|zanqat|allee|place|chemin|route(?! (?:nationale|regionale|provinciale|secondaire|principale))|lotissement|lot|residence|immeuble|hay|quartier|cite|kissari(?:a|at)|square(?! (?:kilo|met|feet|mile|inch))|sq(?! (?:k?m|ft))|res)";
    private static final String ARABIC_STREET =
            "[وبفل]{0,2}(?:ال)?(?:شارع|زنقه|درب|زقاق|ساحه|اقامه|تجزيه|عماره|بلوك|مجموعه|طريق(?! (?:ال)?(?:وطني|جهوي|اقليمي|سيار))|نهج|دوار|حي)";
    /** Up to a number; behind the words for a call it is that of a telephone. */
    private static final String REST_OF_LINE =
            "(?:(?!اتصال|اتصل|هاتف|خط |تبليغ|ابلاغ|اخبار|appel|compos|contact|telephon|call|dial|phone)[^\\n.;:\\d]){0,45}?";
    /** Of a quarter whose parts have numbers. */
    private static final String PART = "(?: \\d{1,2})?";

    private static final List<PatternRule> RULES = List.of(
            PatternRule.of(
                    ADDRESS,
                    NUMBER_SIGN
                            + "\\d{1,4},? (?:du |de la |de l')?(?:douar|derb|lotissement|lot|immeuble|residence|impasse|ruelle|bloc|block|hay|building|villa|street)\\b[^\\n.;:,\\d]{0,45}"),
            PatternRule.of(
                    ADDRESS,
                    NUMBER_SIGN
                            + "\\d{1,4}(?: (?:bis|ter))?,? (?:de la |de l'|du |of |in |on |,? )?(?:rue|avenue|boulevard)\\b[^\\n.;:,\\d]{0,45}"),
            PatternRule.of(
                    ADDRESS,
                    "(?<![\\p{L}\\p{N}:.,]|\\d ?h ?)(?!20\\d\\d,? )" + HOUSE + ",? ?" + FRENCH_STREET
                            + "\\b[^\\n.;:,\\d]{0,45}"),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE + "(?:" + FRENCH_STREET + "|bloc|block)\\b\\.?" + REST_OF_LINE + PART + ",? ?"
                            + NUMBER_SIGN + HOUSE + NO_DIGIT_BEHIND),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE
                            + "(?:rue|derb|zankat|zanqat|immeuble|imm|appartement|appt|apt|villa|bloc|etage,? porte|lot|maison|flat|apartment|building|house|street)\\.? (?:"
                            + NUMBER_SIGN + ")?(?:[a-z] ?)?\\d{1,4}" + WORD_ENDS),
            PatternRule.of(
                    ADDRESS,
                    "[وبفل]{0,2}" + "(?:رقم|الرقم) ?:? ?\\d{1,4}(?: مكرر)?,? ?(?:من )?" + ARABIC_STREET + WORD_ENDS
                            + "[^\\n.;:,\\d]{0,45}"),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE + ARABIC_STREET + WORD_ENDS + REST_OF_LINE + ",? ?(?:رقم|الرقم|عدد) ?:? ?\\d{1,4}"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE
                            + "[وبفل]{0,2}(?:ال)?(?:زنقه|درب|بلوك|عماره|شقه|اقامه|منزل|دار|بقعه|فيلا) (?:رقم |ا ?|ب ?|ج ?)?\\d{1,4}"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE + "[وبفل]{0,2}(?:القطعه (?:الارضيه )?(?:رقم )?|قطعه (?:ارضيه )?رقم )\\d{1,4}"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE + "[وبفل]?(?!20\\d\\d)\\d{1,4}(?: مكرر)?,? (?:شارع|زنقه|درب|زقاق|ساحه|حي|نهج)"
                            + WORD_ENDS + "[^\\n.;:,\\d]{0,45}"));

    private static final Pattern HOUSE_AND_STREET = Pattern.compile(NO_DIGIT_BEFORE
            + "(?!20\\d\\d)\\d{1,4}[a-z]?,? ((?:[\\p{L}'-]{1,20}+ ){1,3})(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|square|drive|alley)"
            + WORD_ENDS);
    private static final Pattern MONTH = Pattern.compile(
            "\\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b");

    private AddressDetector() {}

    static List<DataSpan> find(SearchableText text) {
        var houses = HOUSE_AND_STREET
                .matcher(text.text())
                .results()
                .filter(match -> isNameOfAStreet(text, match))
                .map(match -> new DataSpan(ADDRESS, match.start(), match.end()));
        return Stream.concat(RULES.stream().flatMap(rule -> rule.find(text).stream()), houses)
                .toList();
    }

    /** Its words are capitals, and no month: else a number stands before a street that has none. */
    private static boolean isNameOfAStreet(SearchableText text, MatchResult match) {
        boolean capital = true;
        for (int i = match.start(1); i < match.end(1); i++) {
            boolean first = text.text().charAt(i - 1) == ' ' && text.text().charAt(i) != ' ';
            capital &= !first || text.isCapital(i);
        }
        return capital && !MONTH.matcher(match.group(1)).find();
    }
}
