package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEFORE;
import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEHIND;
import static ma.balagh.dispatch.personaldata.PatternRule.NUMBER_SIGN;
import static ma.balagh.dispatch.personaldata.PatternRule.WORD_ENDS;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.NATIONAL_ID;

import java.util.List;

/** Finds numbers of papers by which a state knows people: identity cards, passports, licences, permits. */
final class PaperDetector {

    /** Behind them, digits alone may be such a number. */
    private static final String PAPER =
            "(?:cnie?|cine|cin|c\\. ?i\\. ?n(?:\\. ?e)?|carte nationale|(?:carte|piece|numero) d'identite|carte d'immatriculation|(?:identity|identification|registration) (?:card|document|number)|id card|id (?:number|no)|(?:national|electronic|numeric) id|passeport|passport|permis de conduire|(?:driving|driver's|his|her) licen[cs]e(?! plate)|(?:carte|titre) de (?:sejour|residen(?:ce|t))|residence (?:permit|card)|cnss|amo|securite sociale|social (?:security|insurance)|بطاقت?(?:ه|ها) الوطنيه|البطاقه الوطنيه|بطاقه (?:ال)?(?:وطنيه|تعريف|اقامه|هويه|تسجيل)|ب\\.ت\\.و|جواز (?:ال)?سفر(?:ه|ها)?|الجواز|جوازه?ا?|رخصه (?:ال)?سياقه|رخصت(?:ه|ها)|سند (?:ال)?اقامه|[ال]لضمان الاجتماعي)";
    /** Behind them, a number has letters as well: there are cards of banks and permits to build. */
    private static final String ANY_PAPER =
            "(?:carte|card|id|nie|identity|identite|piece|permis|licen[cs]e(?! plate)|(?:ال)?بطاقه|بطاقت(?:ه|ها)|(?:ال)?هويه|هويت(?:ه|ها))";
    /** Letters and digits, or so many digits that they are no year and no amount. */
    private static final String NUMBER_OF_A_PAPER =
            "(?:[a-z]{1,3}-?\\d[a-z0-9/]{3,11}|[a-z]{1,2} ?\\d{3}[ .]\\d{3}|(?:[a-z]{1,3}|[\u0621-\u064a](?: ?[\u0621-\u064a])?) ?\\d{5,9}|\\d[a-z0-9/]{5,11})";

    /** Between letters and digits in any grouping. */
    private static final String GROUPED = "[ ./-]{0,3}";

    private static final String DIGITS = GROUPED + "\\d(?:" + GROUPED + "\\d){4,8}";
    private static final String NOT_FAR = "(?![a-z])[^\\d\\n]{0,30}?(?<![\\p{L}\\p{N}])";
    private static final String ENDS = "(?![\\p{L}\\p{N}]|[ ./-]{1,3}\\d)";
    private static final String EITHER_PAPER = "(?<![a-z])(?:" + PAPER + "|" + ANY_PAPER + ")" + NOT_FAR;
    private static final String NO_DATE =
            "(?!(?:\\d{1,2} ?[./-] ?){2}(?:19|20)\\d{2}|(?:19|20)\\d{2}[./-]\\d{1,2}[./-]\\d)";
    private static final String NO_AMOUNT = "(?! ?(?:dirhams?|dhs?|mad|eur(?:os?)?|dollars|درهم|اورو))";

    private static final List<PatternRule> RULES = List.of(
            PatternRule.ofCapitals(NATIONAL_ID, NO_DIGIT_BEFORE + "[a-z]{1,2}[ -]?\\d{5,7}" + WORD_ENDS),
            PatternRule.of(NATIONAL_ID, "(?<![a-z])" + PAPER + NOT_FAR + "(" + NUMBER_OF_A_PAPER + ")" + WORD_ENDS),
            // In small letters, a blank parts a word from an amount as well.
            PatternRule.of(
                    NATIONAL_ID,
                    EITHER_PAPER + "([a-z]{1,2}-?\\d{5,7}|" + NUMBER_SIGN + "[a-z]{1,2} \\d{5,7})" + WORD_ENDS),
            PatternRule.of(NATIONAL_ID, NO_DIGIT_BEFORE + "(?!n[or]|v\\d)[a-z]{2}\\d{6}" + WORD_ENDS),
            PatternRule.ofCapitals(NATIONAL_ID, EITHER_PAPER + "([a-z]{1,2}" + DIGITS + ")" + ENDS),
            PatternRule.ofCapitals(NATIONAL_ID, EITHER_PAPER + "([a-z]{1,2}" + DIGITS + GROUPED + "[a-z])" + ENDS),
            PatternRule.ofCapitals(NATIONAL_ID, EITHER_PAPER + "(\\d{2}[ .-]?[a-z]{2}[ .-]?\\d{5})" + ENDS),
            PatternRule.of(
                    NATIONAL_ID, EITHER_PAPER + "([\u0621-\u064a] [\u0621-\u064a]" + DIGITS + ")" + ENDS + NO_AMOUNT),
            PatternRule.of(
                    NATIONAL_ID,
                    EITHER_PAPER + NUMBER_SIGN + "([\u0621-\u064a](?: ?[\u0621-\u064a])?" + DIGITS + ")" + ENDS),
            PatternRule.of(
                    NATIONAL_ID,
                    "(?<![a-z])" + PAPER + NOT_FAR + "(?:" + NUMBER_SIGN
                            + "|ref(?:erence)?[ .:]{1,2}|numbered |رقمها? )" + NO_DATE + "(\\d(?:" + GROUPED
                            + "\\d){6,9})" + ENDS + NO_AMOUNT),
            PatternRule.of(
                    NATIONAL_ID, "(?<![a-z])" + PAPER + NOT_FAR + "(\\d{2} ?[/-] ?\\d{3}" + GROUPED + "\\d{3})" + ENDS),
            PatternRule.of(
                    NATIONAL_ID,
                    NO_DIGIT_BEFORE + "[12] ?\\d{2} ?[01]\\d ?\\d[\\da-b] ?\\d{3} ?\\d{3}(?: ?\\d{2})?"
                            + NO_DIGIT_BEHIND),
            PatternRule.ofCapitals(NATIONAL_ID, NO_DIGIT_BEFORE + "\\d{8}[ -]?[a-z]" + WORD_ENDS),
            // A residence permit.
            PatternRule.ofCapitals(NATIONAL_ID, NO_DIGIT_BEFORE + "[a-z]-?\\d{6}-?[a-z]" + WORD_ENDS),
            PatternRule.ofCapitals(NATIONAL_ID, NO_DIGIT_BEFORE + "[xyz][ -]?\\d{7}[ -]?[a-z]" + WORD_ENDS));

    private PaperDetector() {}

    static List<DataSpan> find(SearchableText text) {
        return RULES.stream().flatMap(rule -> rule.find(text).stream()).toList();
    }
}
