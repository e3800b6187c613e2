package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEFORE;
import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEHIND;
import static ma.balagh.dispatch.personaldata.PatternRule.NUMBER_SIGN;
import static ma.balagh.dispatch.personaldata.PatternRule.WORD_ENDS;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.BANK_ACCOUNT;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.DATE_OF_BIRTH;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.DEVICE;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.IDENTIFIER;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.NAME;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.PHONE;

import java.util.List;

/** Finds what is known by its form: numbers of phones, accounts and devices, references, dates of birth, initials. */
final class PatternDetector {

    private static final String DIGIT_WORD =
            "(?:zero|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|one|two|three|four|five|seven|eight|nine|ten|double|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|صفر|واحد|اثنان|اثنين|ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره|عشر(?:ون|ين)|ثلاث(?:ون|ين)|اربع(?:ون|ين)|خمس(?:ون|ين)|ست(?:ون|ين)|سبع(?:ون|ين)|ثمان(?:ون|ين)|تسع(?:ون|ين))";
    private static final String DATE =
            "(?:\\d{1,2} ?(?:st|nd|rd|th|er)?[ ./-]{1,3}(?:\\d{1,2}|(?:of )?\\p{L}{3,10})[ ,./-]{1,3}\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}|\\p{L}{3,10} \\d{1,2},? \\d{4})";
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    /** Two initials, but no abbreviation, and no letter behind a number, as that of an era. */
    private static final String INITIALS =
            "(?<![\\p{L}\\p{N}./]|\\d )(?!%1$s)%2$s\\.(?:-?%2$s\\.?| %2$s\\.)(?![\\p{L}\\p{N}./])";

    private static final List<PatternRule> RULES = List.of(
            PatternRule.of(PHONE, NO_DIGIT_BEFORE + "(?:\\+|00) ?\\d{1,3}(?:[ .()/-]{0,2}\\d){7,12}" + NO_DIGIT_BEHIND),
            PatternRule.of(PHONE, NO_DIGIT_BEFORE + "[0o] ?[1-9](?:[ ./_-]{0,3}[\\dol]){8}" + NO_DIGIT_BEHIND),
            PatternRule.of(
                    PHONE,
                    NO_DIGIT_BEFORE
                            + "[6789]\\d{2}(?:[ .-]\\d{3}[ .-](?!000)\\d{3}|[ .-]\\d{2}[ .-]\\d{2}[ .-]\\d{2}|\\d{6})"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(
                    PHONE,
                    "(?:zero|(?<![a-z])oh|صفر)(?:[ ,.-]{1,2}(?:et |و)?(?:" + DIGIT_WORD + "|\\d{1,4})" + WORD_ENDS
                            + "){4,9}"),
            PatternRule.of(
                    PHONE,
                    "(?<![a-z])(?:tel|telephone|gsm|whatsapp|phone|mobile|portable|هاتف|الهاتف|واتساب)[^\\d\\n+]{0,14}(\\+?\\d(?:[ .-]?\\d){5,14})"
                            + NO_DIGIT_BEHIND),
            PatternRule.ofCapitals(
                    BANK_ACCOUNT,
                    NO_DIGIT_BEFORE + "[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?" + WORD_ENDS),
            PatternRule.of(
                    BANK_ACCOUNT, NO_DIGIT_BEFORE + "[a-z]{2}\\d{2}(?: ?\\d{4}){4,6}(?: ?\\d{1,3})?" + WORD_ENDS),
            PatternRule.of(
                    BANK_ACCOUNT,
                    "(?<![a-z])(?:compte|account|(?:ال)?حساب(?:ه|ها)?)(?![a-z])[^\\d\\n.]{0,25}?" + NUMBER_SIGN
                            + "(\\d(?:[ -]?\\d){7,23})" + NO_DIGIT_BEHIND),
            PatternRule.of(BANK_ACCOUNT, NO_DIGIT_BEFORE + "\\d{3}(?:[ -]?\\d){21}" + NO_DIGIT_BEHIND),
            PatternRule.of(BANK_ACCOUNT, NO_DIGIT_BEFORE + "3[47]\\d{2}[ -]?\\d{6}[ -]?\\d{5}" + NO_DIGIT_BEHIND),
            PatternRule.of(BANK_ACCOUNT, NO_DIGIT_BEFORE + "\\d{4}(?:[ -]?\\d{4}){3}" + NO_DIGIT_BEHIND),
            PatternRule.of(
                    IDENTIFIER, NO_DIGIT_BEFORE + "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
            PatternRule.of(IDENTIFIER, NO_DIGIT_BEFORE + "[0-9a-f]{32,64}+" + WORD_ENDS),
            PatternRule.of(IDENTIFIER, NO_DIGIT_BEFORE + "blg(?:[ -]?[0-9a-z]{4}){4}" + WORD_ENDS),
            PatternRule.of(
                    IDENTIFIER,
                    NO_DIGIT_BEFORE
                            + "(?:pv|proces-verbal|p\\.v\\.?|dossier|affaire|procedure|enquete|recepisse|case|file|record|receipt|(?<!(?:ballistics|ballistic|expert|forensic|laboratory|autopsy|audit|medical) )report) (?:"
                            + NUMBER_SIGN + ")?(?:[a-z]{0,4}[-/]?)\\d{1,6}(?:[/-][a-z0-9]{1,6}){1,3}"
                            + WORD_ENDS),
            PatternRule.of(
                    IDENTIFIER,
                    "(?<![a-z])(?:matricule|badge|warrant card|الرقم المهني|رقمه المهني|الرقم الاستدلالي|رقم التاجير) ?:? ?(?:"
                            + NUMBER_SIGN + ")?([a-z]{0,2}\\d{3,8})" + WORD_ENDS),
            PatternRule.of(
                    IDENTIFIER,
                    "(?:المحضر|محضر|الملف|ملف|القضيه|قضيه|المسطره|مسطره|الوصل|وصل) (?:" + NUMBER_SIGN
                            + ")?\\d{1,6}(?:[/-][0-9\u0621-\u064a]{1,6}){1,3}" + WORD_ENDS),
            PatternRule.of(
                    DATE_OF_BIRTH,
                    NO_DIGIT_BEFORE
                            + "(?:(?:nee?(?:\\(e\\))?,? en|born in) (\\p{L}{3,10} (?:19|20)\\d{2}(?:,? (?:le|on) "
                            + DATE
                            + ")?)|(?:مواليد(?: سنه| عام)?|[وال]{0,3}مزداده?(?: سنه| عام| في)|ولدت? (?:سنه|عام)) (?:\\p{L}{3,10} )?(?:19|20)\\d{2})"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(
                    DATE_OF_BIRTH,
                    NO_DIGIT_BEFORE
                            + "(?:nee?(?:\\(e\\))?(?: a [^\\d\\n.;]{2,25}?)?,?(?: le)?|naissance(?: le)?|born(?: [^\\d\\n.;]{2,25}?)?(?: on)?|d\\.?o\\.?b\\.?|(?:date of birth|birthday|birth date|date de naissance|تاريخ (?:ال)?(?:ازدياده?ا?|ميلاده?ا?))[^\\d\\n.;]{0,20}?|[وال]{0,3}مزداده?|مواليد|ولدت?|ازدادت?|الازدياد|الميلاد)(?: (?:بتاريخ|يوم|في|هو|is|was|est|etait|le))*[ :]{1,3}("
                            + DATE + ")" + NO_DIGIT_BEHIND),
            PatternRule.of(
                    DEVICE,
                    "(?<![a-z])(?:imei|imsi|iccid|numero de serie|serial (?:number|no\\.?)|الرقم التسلسلي)[^\\d\\n.]{0,25}?(?<![\\p{L}\\p{N}])([a-z]{0,5}\\d[a-z0-9]{5,20}|\\d{2,8}(?:[ -]\\d{1,8}){2,5})"
                            + WORD_ENDS),
            PatternRule.ofCapitals(
                    DEVICE,
                    NO_DIGIT_BEFORE + "(?=[a-z0-9]{0,16}\\d)(?=[a-z0-9]{0,16}[a-z])[a-hj-npr-z0-9]{17}" + WORD_ENDS),
            PatternRule.of(DEVICE, "(?<![\\p{N}.])" + OCTET + "(?:\\." + OCTET + "){3}(?!\\.?\\d)"),
            PatternRule.of(
                    DEVICE,
                    "(?<![\\p{L}\\p{N}:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?)"
                            + WORD_ENDS),
            PatternRule.of(DEVICE, NO_DIGIT_BEFORE + "[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}" + WORD_ENDS),
            PatternRule.of(DEVICE, NO_DIGIT_BEFORE + "\\d{2}[ -]?\\d{6}[ -]?\\d{6}[ -]?\\d" + NO_DIGIT_BEHIND),
            PatternRule.ofCapitals(
                    NAME, INITIALS.formatted("s\\. ?m\\.? le|u\\. ?[ns]|n\\. ?b\\.? ?:|p\\. ?[vs]", "[a-z]")),
            PatternRule.of(NAME, INITIALS.formatted("ص\\. ?ب|ش\\. ?م|ق\\. ?[جم]", "[\u0621-\u064a]")),
            // Without the second full stop; the letter و alone is "and".
            PatternRule.of(
                    NAME,
                    "(?<![\\p{L}\\p{N}./]|\\d |(?:ماده|فقره|بند|نقطه) )(?!ص\\. ?ب|ش\\. ?م|ق\\. ?[جم])[\u0621-\u064a]\\. (?!و)[\u0621-\u064a]"
                            + WORD_ENDS),
            PatternRule.of(NAME, "(?:معروفه?|مشهوره?) (?:بلقب|بكنيه) [\"«“]?(\\p{L}{2,20}(?: \\p{L}{2,20})?)"),
            PatternRule.of(
                    NAME,
                    "(?:[يت]لقب|ملقبه?|[يت]كني|[يت]حمل لقب)" + WORD_ENDS
                            + "[^\\n.\"«“]{0,25}[\"«“] ?([^\\n\"»”]{2,30})"));

    private PatternDetector() {}

    static List<DataSpan> find(SearchableText text) {
        return RULES.stream().flatMap(rule -> rule.find(text).stream()).toList();
    }
}
