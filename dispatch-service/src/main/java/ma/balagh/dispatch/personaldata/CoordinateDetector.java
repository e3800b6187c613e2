package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEFORE;
import static ma.balagh.dispatch.personaldata.PatternRule.WORD_ENDS;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.COORDINATES;

import java.util.List;

/** Finds coordinates of places in their notations. */
final class CoordinateDetector {

    private static final String DEGREES = "(?:°|º|deg(?:rees?|res?)?\\.?|درجه|درجات)";
    private static final String MINUTES = "(?:'|′|min(?:utes?)?\\.?|دقيقه|دقائق)";
    private static final String SECONDS = "(?:\"|″|''|s(?:ec(?:onde?s?)?)?\\.?|ثانيه|ثواني)";
    private static final String SIDE =
            "(?:n|s|e|w|o|nord|sud|est|ouest|north|south|east|west|(?:ال)?شمالا?|(?:ال)?جنوبا?|(?:ال)?شرقا?|(?:ال)?غربا?)";

    private static final List<PatternRule> RULES = List.of(
            PatternRule.of(
                    COORDINATES,
                    NO_DIGIT_BEFORE + "\\d{1,3}(?:[.,]\\d{1,10} ?" + DEGREES + "| ?" + DEGREES
                            + " ?\\d{1,2}(?:[.,]\\d{1,6})? ?" + MINUTES + ") ?(?:\\d{1,2}(?:[.,]\\d{1,4})? ?" + SECONDS
                            + " ?)?(?:de )?" + SIDE + WORD_ENDS),
            PatternRule.of(
                    COORDINATES,
                    NO_DIGIT_BEFORE + "\\d{1,3}[.,]\\d{2,10} ?" + SIDE + "[ ,;/و]{1,4}\\d{1,3}[.,]\\d{2,10} ?" + SIDE
                            + WORD_ENDS),
            PatternRule.of(
                    COORDINATES, "(?<![\\p{L}\\p{N}])x ?[=:] ?\\d{5,7}(?:[.,]\\d{1,3})?[ ,;/]{1,3}y ?[=:] ?\\d{5,7}"),
            PatternRule.of(
                    COORDINATES,
                    NO_DIGIT_BEFORE
                            + "-?\\d{1,2}[.,]\\d{3,10} ?°? ?[nsشج]? ?[,;/ ] ?-?\\d{1,3}[.,]\\d{3,10} ?°? ?[eowشغ]?"
                            + WORD_ENDS),
            PatternRule.of(
                    COORDINATES,
                    "(?<![a-z])(?:lat(?:itude)?|lon(?:g|gitude)?|خط (?:ال)?(?:عرض|طول))[^\\d\\p{L}\\n]{1,6}(-?\\d{1,3}[.,]\\d{2,10})"),
            PatternRule.ofCapitals(
                    COORDINATES,
                    NO_DIGIT_BEFORE + "[ns] ?\\d{1,2}[.,]\\d{2,10}[ ,;/]{1,3}[ewo] ?\\d{1,3}[.,]\\d{2,10}"),
            PatternRule.ofCapitals(
                    COORDINATES,
                    NO_DIGIT_BEFORE
                            + "(?:[ns] ?\\d{1,2}[ -]\\d{1,2}[.,]\\d{1,4}[ ,;/-]{1,3}[ewo] ?\\d{1,3}[ -]\\d{1,2}[.,]\\d{1,4}"
                            + "|\\d{1,2}[ -]\\d{1,2}[.,]\\d{1,4} ?[ns][ ,;/-]{1,3}\\d{1,3}[ -]\\d{1,2}[.,]\\d{1,4} ?[ewo])"
                            + WORD_ENDS),
            PatternRule.ofCapitals(
                    COORDINATES,
                    NO_DIGIT_BEFORE
                            + "\\d{1,2}(?:[ :]\\d{1,2}){2}(?:[.,]\\d{1,4})? ?[ns][ ,;/]{1,3}\\d{1,3}(?:[ :]\\d{1,2}){2}(?:[.,]\\d{1,4})? ?[ewo]"
                            + WORD_ENDS),
            PatternRule.ofCapitals(
                    COORDINATES,
                    NO_DIGIT_BEFORE
                            + "\\d{1,2} ?[c-x](?: ?[a-z]{2} ?(?:\\d{6}|\\d{8}|\\d{10}|\\d{3,5} \\d{3,5})| \\d{6} \\d{7})"
                            + WORD_ENDS),
            PatternRule.of(COORDINATES, "///\\p{L}{2,30}+\\.\\p{L}{2,30}+\\.\\p{L}{2,30}+"),
            PatternRule.of(
                    COORDINATES,
                    "\\d{1,3} ?° ?\\d{1,2}(?:[.,]\\d{1,6})? ?['′](?: ?\\d{1,2}(?:[.,]\\d{1,4})? ?(?:\"|″|''|′′))?(?: ?[nsewo])?"),
            PatternRule.of(
                    COORDINATES,
                    NO_DIGIT_BEFORE + "[23456789cfghjmpqrvwx]{4,8}\\+[23456789cfghjmpqrvwx]{2,3}" + WORD_ENDS));

    private CoordinateDetector() {}

    static List<DataSpan> find(SearchableText text) {
        return RULES.stream().flatMap(rule -> rule.find(text).stream()).toList();
    }
}
