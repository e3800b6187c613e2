package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEFORE;
import static ma.balagh.dispatch.personaldata.PatternRule.NUMBER_SIGN;
import static ma.balagh.dispatch.personaldata.PatternRule.WORD_ENDS;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.ADDRESS;

import java.util.List;

/** Finds homes that need no number in a street: parts of a house, plots, and douars of which somebody is said to live there. */
final class DwellingDetector {

    private static final String STREET =
            "(?:rue|avenue|av|boulevard|bd|bvd|blvd|impasse|ruelle|derb|zankat|zanqat|allee|place|square(?! met)|sq|lotissement|lot|residence|res|immeuble|hay|quartier|cite|kissari(?:a|at)|galerie)\\b\\.?";
    private static final String ARABIC_STREET =
            "[وبفل]{0,2}(?:ال)?(?:شارع|زنقه|درب|زقاق|ساحه|اقامه|تجزيه|عماره|بلوك|مجموعه|نهج|حي|قيساريه)";
    /** Between what a street is and the number of a house. */
    private static final String NAME_OF_A_STREET =
            " [^\\n.;:,\\d]{2,40}?(?:, |(?<! (?:la|le|de|du|the|au|a|une?|of|to|at|من|الي|في|علي|قرب|امام|نحو)) )";

    private static final String FLOOR =
            "(?:(?:\\d{1,2} ?(?:er|e|eme|st|nd|rd|th)|first|second|third|fourth|fifth|ground|top|premier|deuxieme|troisieme|quatrieme|dernier) (?:etage|floor)|rez-de-chaussee|rdc)";
    private static final String PART =
            "(?:(?:escalier|stairway|staircase|stairs|entree|entrance|bloc|block|imm(?:euble)?|bat(?:iment)?|building|bldg|porte|door|appt?|apt|appartement|flat|apartment|shop|magasin|local|boutique|parcelle|plot|lot|villa|maison|house|garage)\\.? (?:"
                    + NUMBER_SIGN
                    + ")?(?:\\d{1,4} ?(?:bis|ter|[b-z])?|a?\\d{1,3}|[b-z]\\d{0,3}|a(?=[,;.) ]*(?:[,;.)]|\\d)))"
                    + WORD_ENDS + "|"
                    + FLOOR + ")";
    private static final String ARABIC_PART =
            "(?:(?:ال)?(?:عماره|شقه|مدخل|باب|درج|سلم|محل|دكان|بلوك|قطعه|بقعه|منزل|دار|فيلا|زنقه|بنايه|طابق) (?:رقم )?(?:\\d{1,4}(?: مكرر)?|[ابجده])"
                    + WORD_ENDS
                    + "|(?:ال)?طابق (?:ال)?(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ارضي|سفلي|اخير))";

    private static final String LIVES =
            "(?:resid(?:e|ait|ant|es|ed|ing)|demeur(?:e|ait|ant)|habit(?:e|ait)|domiciliee?|log(?:e|eait|ee)|vit|vivait|vivant|lives?|lived|living|(?:sa|son|leur) (?:maison|domicile|logement|habitation)|domicile (?:de|du|familial)|(?:his|her|their|family|'s) (?:home|house))";
    private static final String ARABIC_LIVES =
            "(?:[يت]قطن|قاطنه?|[يت]سكن|ساكن|[يت]قيم|مقيمه?|(?:منزل|بيت|مسكن|سكنا)(?:ه|ها|هم|هما)|(?:منزل|بيت|مسكن) (?:ال)?(?:مشتبه|موقوف|متهم|ضحيه|اسر|عا[ئي]ل)\\p{L}*)";
    private static final String COMMUNE = "(?:,? (?:commune|commune of|commune de|caidat) [\\p{L}' -]{2,40})?";

    private static final String WHICH =
            "(?:first|second|third|fourth|last|premiere|deuxieme|troisieme|derniere) (?:house|door|maison|villa|porte) ";

    private static final List<PatternRule> RULES = List.of(
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE + "(?:" + STREET + NAME_OF_A_STREET + "|" + PART + ",? )" + PART + "(?:,? " + PART
                            + "){0,5}"),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE + "(?:" + ARABIC_STREET + NAME_OF_A_STREET + "|" + ARABIC_PART + ",? )"
                            + ARABIC_PART + "(?:,? " + ARABIC_PART + "){0,5}"),
            PatternRule.of(
                    ADDRESS,
                    "(?<![a-z])" + LIVES + "(?![a-z])[^\\n.;]{0,40}?(?<![a-z])(douar [\\p{L}' -]{2,40}" + COMMUNE
                            + ")"),
            PatternRule.of(
                    ADDRESS,
                    ARABIC_LIVES + WORD_ENDS
                            + "[^\\n.;]{0,60}?(?<!\\p{L})([بل]?(?:ال)?دوار [\\p{L} ]{2,40}(?:, جماعه [\\p{L} ]{2,40})?)"),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE + WHICH
                            + "(?:on|past|after|behind|before|opposite|from|next|beside|sur|apres|derriere|avant|en face|a (?:cote|droite|gauche))[^\\n.;]{2,60}"),
            PatternRule.of(
                    ADDRESS,
                    "(?:ال)?(?:منزل|بيت|دار|باب) (?:ال)?(?:اول|ثاني|ثالث|رابع|اخيره?|اولي|ثانيه|ثالثه) (?:بعد|خلف|وراء|قرب|امام|قباله|علي (?:ال)?(?:يمين|يسار))"
                            + WORD_ENDS + "[^\\n.;]{2,60}"),
            // A quarter in parts, and a house of one of them.
            PatternRule.ofCapitals(
                    ADDRESS,
                    "(?<=(?<!mohammed|mohamed|hassan|terminal|porte|gate|vol|flight|boeing|airbus) )(?:i{1,3}|iv|v),? (?:bloc |lot |bd |imm )?[a-z] ?\\d{2,4}"
                            + WORD_ENDS),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE
                            + "(?:massira|hay [\\p{L}' -]{2,20}?|unite|secteur|tranche|daoudiate?s?|lotissement [\\p{L}' -]{2,20}?) (?:\\d|i{1,3}|iv|v),? [a-z] ?\\d{2,4}"
                            + WORD_ENDS));

    private DwellingDetector() {}

    static List<DataSpan> find(SearchableText text) {
        return RULES.stream().flatMap(rule -> rule.find(text).stream()).toList();
    }
}
