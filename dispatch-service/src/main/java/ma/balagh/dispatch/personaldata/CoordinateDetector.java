package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEFORE;
import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEHIND;
import static ma.balagh.dispatch.personaldata.PatternRule.WORD_ENDS;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.COORDINATES;

import java.util.List;

/** Finds coordinates of places in their notations. */
final class CoordinateDetector {

    private static final String DEGREES = "(?:°|º|deg(?:rees?|res?)?\\.?|درجه|درجات)";
    private static final String MINUTES = "(?:'|′|min(?:utes?)?\\.?|دقيقه|دقيقتين|دقا[ئي]ق)";
    private static final String SECONDS = "(?:\"|″|''|s(?:ec(?:onde?s?)?)?\\.?|ثانيه|ثواني)";
    private static final String SIDE =
            "(?:n|s|e|w|o|nord|sud|est|ouest|north|south|east|west|(?:ال)?شمالا?|(?:ال)?جنوبا?|(?:ال)?شرقا?|(?:ال)?غربا?)";

    private static final String POLE = "[nsewo]";
    private static final String ANGLE = "\\d{1,3}(?:[.,]\\d{1,10})? ?" + DEGREES + "(?: ?\\d{1,2}(?:[.,]\\d{1,6})? ?"
            + MINUTES + "(?: ?\\d{1,2}(?:[.,]\\d{1,4})? ?" + SECONDS + ")?)?";
    private static final String AND = "(?: ?[,;/-] ?|,? (?:et|and) | ?و ?| )";
    private static final String DECIMAL = "-?\\d{1,3}[.,]\\d{2,10} ?°?(?: ?" + SIDE + WORD_ENDS + ")?";
    private static final String AXIS = "(?:latitude|longitude|(?:خط )?(?:ال)?(?:عرض|طول))";
    /** Metres of a survey's grid. */
    private static final String METRES = " ?[=:]? ?\\d{3} ?\\d{3}(?:[.,]\\d{1,3})?";

    private static final String NUMBER =
            "(?:\\d{1,3}|zero|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|و?(?:صفر|واحده?|احدي|اثن[اي]ن?|اثنت[اي]ن?|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثمان(?:ي|يه)?|تسعه?|عشره?|(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(?:ون|ين)))";
    private static final String NUMBERS = NUMBER + "(?:(?:[ -]| et )" + NUMBER + "){0,4} ";
    private static final String MINUTES_IN_WORDS =
            " (?:et |and )?" + NUMBERS + MINUTES + "(?: (?:et |and )?" + NUMBERS + SECONDS + ")?";
    private static final String TO_A_SIDE = " (?:de (?:latitude |longitude )?)?" + SIDE + WORD_ENDS;
    private static final String ANGLE_IN_WORDS = NUMBERS + DEGREES + "(?:" + MINUTES_IN_WORDS + ")?" + TO_A_SIDE;

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
                    "(?<![\\p{L}\\p{N}])(?:x" + METRES + AND + "y|س" + METRES + AND + "ع)" + METRES + NO_DIGIT_BEHIND),
            PatternRule.of(
                    COORDINATES,
                    "(?<![a-z])(" + AXIS + "(?![a-z])[^\\d\\n]{0,15}?" + DECIMAL + "[^\\d\\n.]{0,30}?" + DECIMAL + ")"),
            PatternRule.of(COORDINATES, "(?<![a-z])" + AXIS + "(?![a-z])[^\\d\\n]{1,15}?(" + DECIMAL + ")"),
            PatternRule.ofCapitals(
                    COORDINATES, NO_DIGIT_BEFORE + POLE + "\\.? ?" + ANGLE + AND + POLE + "\\.? ?" + ANGLE),
            // One without minutes may be the weather's.
            PatternRule.of(COORDINATES, NO_DIGIT_BEFORE + NUMBERS + DEGREES + MINUTES_IN_WORDS + TO_A_SIDE),
            PatternRule.of(COORDINATES, NO_DIGIT_BEFORE + ANGLE_IN_WORDS + AND + ANGLE_IN_WORDS),
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
