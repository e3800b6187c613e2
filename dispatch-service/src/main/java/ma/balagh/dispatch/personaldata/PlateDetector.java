package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEFORE;
import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEHIND;
import static ma.balagh.dispatch.personaldata.PatternRule.NUMBER_SIGN;
import static ma.balagh.dispatch.personaldata.PatternRule.WORD_ENDS;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.PLATE;

import java.util.List;

/** Finds plates of vehicles: those of Morocco however they are written, and those of its neighbours and visitors. */
final class PlateDetector {

    private static final String SEPARATOR = " ?[-|/] ?";
    /** Where a capital tells enough, a blank or a dot will do. */
    private static final String ANY_SEPARATOR = "(?: ?[-|/·.] ?| )";

    private static final String ARABIC_LETTER = "[ابدهوطيجقشص]";
    /** How a letter is called. */
    private static final String LETTER_NAME = "(?:alif|aleph|alef|dal|waw|jim|باء|دال|هاء|واو|طاء|جيم|ياء|قاف|شين|صاد)";
    /** One behind the other, as they are dictated. */
    private static final String SINGLE_DIGITS = "\\d(?: \\d){2,5}";

    private static final String VEHICLE =
            "(?:voiture|vehicule|camion(?:nette)?|fourgon(?:nette)?|moto(?:cyclette)?|scooter|taxi|berline|car|van|lorry|truck|motor(?:bike|cycle)|saloon|hatchback|vehicle|سياره|شاحنه|دراجه|حافله|عربه)";
    private static final String PLATE_WORD =
            "(?:immatricul[a-z]{1,8}|immat|plaques?|plates?|matricule|reg|registration|registered|numbered|لوح[هت](?:ه|ها)?|لوحات|صفيح[هت](?:ه|ها)?|صفا[ئي]ح(?:ه|ها)?|ترقيم(?:ه|ها)?|مرقمه?|تسجيل(?:ه|ها)?|مسجله?)";

    private static final List<PatternRule> RULES = List.of(
            PatternRule.of(
                    PLATE,
                    NO_DIGIT_BEFORE + "\\d{2,6}" + SEPARATOR + ARABIC_LETTER + SEPARATOR + "\\d{1,2}"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(
                    PLATE,
                    NO_DIGIT_BEFORE + "\\d{3,6} ?[-/.|]? ?" + LETTER_NAME + " ?[-/.|]? ?\\d{1,2}" + NO_DIGIT_BEHIND),
            PatternRule.of(PLATE, NO_DIGIT_BEFORE + "\\d{3,6} ?[ابدهطجقشص] ?\\d{1,2}" + NO_DIGIT_BEHIND),
            PatternRule.of(PLATE, NO_DIGIT_BEFORE + "\\d{1,2} ?[ابدهطجقشص] ?\\d{3,6}" + NO_DIGIT_BEHIND),
            // Among Arabic words, the sixth letter is mostly "and".
            PatternRule.of(PLATE, "(?<=[a-z][ (:,]{1,3})\\d{3,6} ?[وي] ?\\d{1,2}" + NO_DIGIT_BEHIND),
            PatternRule.of(
                    PLATE,
                    NO_DIGIT_BEFORE + "\\d{1,2}" + SEPARATOR + ARABIC_LETTER + SEPARATOR + "\\d{2,6}"
                            + NO_DIGIT_BEHIND),
            PatternRule.ofCapitals(
                    PLATE,
                    NO_DIGIT_BEFORE + "\\d{3,6}" + ANY_SEPARATOR + "[a-z]" + ANY_SEPARATOR + "\\d{1,2}"
                            + NO_DIGIT_BEHIND),
            PatternRule.ofCapitals(
                    PLATE,
                    NO_DIGIT_BEFORE + "\\d{1,2}" + SEPARATOR + "[a-z]" + SEPARATOR + "\\d{4,6}" + NO_DIGIT_BEHIND),
            PatternRule.of(PLATE, NO_DIGIT_BEFORE + "(?:ww ?-?\\d{4,7}|\\d{4,7} ?-?ww)" + WORD_ENDS),
            PatternRule.ofCapitals(PLATE, NO_DIGIT_BEFORE + "w(?:w ?-?|\\d{2}[ -])\\d{4,7}" + WORD_ENDS),
            PatternRule.ofCapitals(
                    PLATE,
                    NO_DIGIT_BEFORE
                            + "(?:\\d{2}-[a-z]{3}-\\d|\\d-[a-z]{3}-\\d{2}|\\d{2}-[a-z]{2}-[a-z]{2}|[a-z]{2}-[a-z]{2}-\\d{2}|[a-z]{2}-\\d{2}-[a-z]{2}|[a-z]-\\d{3}-[a-z]{2}|[a-z]{2}-\\d{3}-[a-z])"
                            + WORD_ENDS),
            PatternRule.ofCapitals(PLATE, NO_DIGIT_BEFORE + "[a-z]{2}[ -]?\\d{3}[ -]?[a-z]{2}" + WORD_ENDS),
            PatternRule.ofCapitals(
                    PLATE, NO_DIGIT_BEFORE + "\\d{4}[ -]?(?!mdh|dhs|kmh|gmt|pct)[bcdfghjklmnprstvwxyz]{3}" + WORD_ENDS),
            PatternRule.ofCapitals(PLATE, NO_DIGIT_BEFORE + "[a-z]{2}\\d{2} ?[a-z]{3}" + WORD_ENDS),
            PatternRule.ofCapitals(PLATE, NO_DIGIT_BEFORE + "[a-z]{1,3}-[a-z]{1,2} ?\\d{2,4}" + WORD_ENDS),
            PatternRule.ofCapitals(
                    PLATE,
                    NO_DIGIT_BEFORE + "(?:(?:c[cdi]|cmd|oi)[ -]\\d{1,3}" + SEPARATOR + "\\d{1,4}|\\d{1,3}" + SEPARATOR
                            + "\\d{1,4}[ -](?:c[cdi]|cmd|oi))" + WORD_ENDS),
            PatternRule.of(
                    PLATE,
                    "immatricul[a-z]{1,8}+ ?(?:sous )?(?:le )?(?:" + NUMBER_SIGN
                            + ")?:? ?([a-z0-9\u0621-\u064a|/-]{0,3} ?\\d{2,6}[a-z0-9\u0621-\u064a |/-]{0,8})"),
            PatternRule.of(
                    PLATE,
                    "(?:مرقمه?|ترقيم(?:ه|ها)?|لوحت?(?:ه|ها)) (?:تحت )?(?:" + NUMBER_SIGN
                            + ")?:? ?((?:[\u0621-\u064a] ?)?\\d{1,6}(?: ?[-|/] ?(?:[\u0621-\u064a]|\\d{1,6})){1,2})"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(PLATE, "(?<![\\p{L}\\p{N}])[ابدهوطيجقشص] ?[|/] ?\\d{3,6} ?[|/] ?\\d{1,2}" + NO_DIGIT_BEHIND),
            PatternRule.of(
                    PLATE, "(?<![\\p{L}\\p{N}])(?:[ابدهطجقشص] \\d{4,6} \\d{1,2}|و ?و ?\\d{4,7})" + NO_DIGIT_BEHIND),
            PatternRule.of(
                    PLATE,
                    NO_DIGIT_BEFORE + "\\d{3,6} ?[(\\[] ?" + ARABIC_LETTER + " ?[)\\]] ?\\d{1,2}" + NO_DIGIT_BEHIND),
            PatternRule.ofCapitals(
                    PLATE, NO_DIGIT_BEFORE + "\\d{3,6} ?[(\\[] ?[a-z] ?[)\\]] ?\\d{1,2}" + NO_DIGIT_BEHIND),
            PatternRule.ofCapitals(
                    PLATE,
                    NO_DIGIT_BEFORE + "(?:\\d{1,2}" + ANY_SEPARATOR + "[a-z]" + ANY_SEPARATOR + SINGLE_DIGITS + "|"
                            + SINGLE_DIGITS + ANY_SEPARATOR + "[a-z]" + ANY_SEPARATOR + "\\d{1,2})" + NO_DIGIT_BEHIND),
            // Also "thousand", which no number of so many digits stands before.
            PatternRule.of(PLATE, NO_DIGIT_BEFORE + "\\d{4,6} ?[-/.|]? ?الف ?[-/.|]? ?\\d{1,2}" + NO_DIGIT_BEHIND),
            PatternRule.ofCapitals(PLATE, NO_DIGIT_BEFORE + "[1-9]-[a-z]{3}-\\d{3}" + WORD_ENDS),
            PatternRule.ofCapitals(
                    PLATE, behind(PLATE_WORD + "|" + VEHICLE) + "([1-9][ .]?[a-z]{3}[ .]?\\d{3})" + WORD_ENDS),
            // Small letters, but not "à" between two numbers.
            PatternRule.of(
                    PLATE,
                    behind(PLATE_WORD + "|" + VEHICLE)
                            + "(\\d{3,6}(?: ?[-|/·.] ?)?[a-z](?: ?[-|/·.] ?)?\\d{1,2}|\\d{1,2} ?[-|/·.] ?[a-z] ?[-|/·.] ?\\d{3,6})"
                            + WORD_ENDS));

    private PlateDetector() {}

    /** Not far behind one of the words. */
    private static String behind(String words) {
        return "(?<![a-z])(?:" + words + ")(?![a-z])[^\\d\\n]{0,30}?(?<![\\p{L}\\p{N}])";
    }

    static List<DataSpan> find(SearchableText text) {
        return RULES.stream().flatMap(rule -> rule.find(text).stream()).toList();
    }
}
