package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PersonalDataKind.ADDRESS;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.BANK_ACCOUNT;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.COORDINATES;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.EMAIL;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.IDENTIFIER;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.NATIONAL_ID;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.PHONE;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.PLATE;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.PROFILE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what is known by its form: numbers, plates, accounts, addresses, references. */
final class PatternDetector {

    private static final String NO_DIGIT_BEFORE = "(?<![\\p{N}\\p{L}])";
    private static final String NO_DIGIT_BEHIND = "(?![\\p{N}])";
    private static final String WORD_ENDS = "(?![\\p{L}\\p{N}])";
    private static final String SEPARATOR = " ?[-|/] ?";
    private static final String NUMBER_SIGN = "(?:n ?[°º]|no\\.?|nr\\.?|num\\.?|numero|number|#|رقم|الرقم|عدد) ?:? ?";
    private static final String HOUSE = "\\d{1,4}(?: ?(?:bis|ter))?";
    private static final String FRENCH_STREET =
            "(?:rue|avenue|av|boulevard|bd|bvd|blvd|impasse|ruelle|derb|zankat|zanqat|allee|place|chemin|route|lotissement|lot|residence|immeuble|hay|quartier)";
    private static final String ARABIC_STREET =
            "[وبفل]{0,2}(?:ال)?(?:شارع|زنقه|درب|زقاق|ساحه|اقامه|تجزئه|عماره|بلوك|مجموعه|طريق|نهج|حي)";
    private static final String REST_OF_LINE = "[^\\n.;:\\d]{0,45}?";

    private static final List<PatternRule> RULES = List.of(
            PatternRule.of(
                    EMAIL,
                    "[a-z0-9._%+-]{1,64}+ ?(?:@|\\[at]|\\(at\\)|\\(a\\)| arobase ) ?[a-z0-9-]{1,63}+ ?(?:(?:\\.|\\[dot]|\\(dot\\)| point ) ?[a-z0-9-]{2,63}+){1,5}+"),
            PatternRule.of(PROFILE, "(?:https?|hxxps?)://[^\\s<>\"]{1,500}+"),
            PatternRule.of(
                    PROFILE,
                    "(?<![\\p{L}\\p{N}])(?:www\\.|m\\.|web\\.)?(?:facebook|fb|instagram|tiktok|twitter|x|snapchat|youtube|youtu|linkedin|telegram|t|wa|threads)\\.(?:com|me|be|net|ma|fr)/[^\\s<>\"]{1,300}+"),
            PatternRule.of(PROFILE, "(?<![\\p{L}\\p{N}._@])@[a-z0-9_][a-z0-9_.]{2,30}+"),
            PatternRule.of(PHONE, NO_DIGIT_BEFORE + "(?:\\+|00) ?\\d{1,3}(?:[ .()/-]{0,2}\\d){7,12}" + NO_DIGIT_BEHIND),
            PatternRule.of(PHONE, NO_DIGIT_BEFORE + "0 ?[1-9](?:[ ./-]?\\d){8}" + NO_DIGIT_BEHIND),
            PatternRule.of(
                    PHONE,
                    NO_DIGIT_BEFORE
                            + "[6789]\\d{2}(?:[ .-]\\d{3}[ .-](?!000)\\d{3}|[ .-]\\d{2}[ .-]\\d{2}[ .-]\\d{2}|\\d{6})"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(
                    PHONE,
                    "(?:tel|telephone|gsm|whatsapp|phone|mobile|portable|هاتف|الهاتف|واتساب)[^\\d\\n+]{0,14}(\\+?\\d(?:[ .-]?\\d){5,14})"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(
                    PLATE,
                    NO_DIGIT_BEFORE + "\\d{2,6}" + SEPARATOR + "[ابدهوطيجقشص]" + SEPARATOR + "\\d{1,2}"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(PLATE, NO_DIGIT_BEFORE + "\\d{3,6} ?[ابدهطجقشص] ?\\d{1,2}" + NO_DIGIT_BEHIND),
            PatternRule.of(
                    PLATE,
                    NO_DIGIT_BEFORE + "\\d{1,2}" + SEPARATOR + "[ابدهوطيجقشص]" + SEPARATOR + "\\d{2,6}"
                            + NO_DIGIT_BEHIND),
            PatternRule.ofCapitals(
                    PLATE, NO_DIGIT_BEFORE + "\\d{3,6}(?: ?[-|/] ?| )[a-z](?: ?[-|/] ?| )\\d{1,2}" + NO_DIGIT_BEHIND),
            PatternRule.ofCapitals(PLATE, NO_DIGIT_BEFORE + "ww ?-?\\d{4,7}" + WORD_ENDS),
            PatternRule.ofCapitals(PLATE, NO_DIGIT_BEFORE + "[a-z]{2}[ -]?\\d{3}[ -]?[a-z]{2}" + WORD_ENDS),
            PatternRule.ofCapitals(
                    PLATE, NO_DIGIT_BEFORE + "\\d{4}[ -]?(?!mdh|dhs|kmh|gmt|pct)[bcdfghjklmnprstvwxyz]{3}" + WORD_ENDS),
            PatternRule.ofCapitals(PLATE, NO_DIGIT_BEFORE + "[a-z]{2}\\d{2} ?[a-z]{3}" + WORD_ENDS),
            PatternRule.ofCapitals(PLATE, NO_DIGIT_BEFORE + "[a-z]{1,3}-[a-z]{1,2} ?\\d{2,4}" + WORD_ENDS),
            PatternRule.of(
                    PLATE,
                    "immatricul[a-z]{1,8}+ ?(?:sous )?(?:le )?(?:" + NUMBER_SIGN
                            + ")?:? ?([a-z0-9\u0621-\u064a|/-]{0,3} ?\\d{2,6}[a-z0-9\u0621-\u064a |/-]{0,8})"),
            PatternRule.ofCapitals(NATIONAL_ID, NO_DIGIT_BEFORE + "[a-z]{1,2} ?\\d{5,7}" + WORD_ENDS),
            PatternRule.of(
                    NATIONAL_ID,
                    "(?:cnie?|cine|cin|carte nationale|carte d'identite|identity card|id card|id number|passeport|passport|البطاقه الوطنيه|بطاقه التعريف|بطاقه تعريف|جواز السفر|جواز سفر)[^\\d\\n]{0,30}?((?:[a-z]{1,3} ?)?\\d{4,9})"
                            + WORD_ENDS),
            PatternRule.of(
                    NATIONAL_ID,
                    NO_DIGIT_BEFORE + "[12] ?\\d{2} ?[01]\\d ?\\d[\\da-b] ?\\d{3} ?\\d{3}(?: ?\\d{2})?"
                            + NO_DIGIT_BEHIND),
            PatternRule.ofCapitals(NATIONAL_ID, NO_DIGIT_BEFORE + "\\d{8}[ -]?[a-z]" + WORD_ENDS),
            PatternRule.ofCapitals(NATIONAL_ID, NO_DIGIT_BEFORE + "[xyz][ -]?\\d{7}[ -]?[a-z]" + WORD_ENDS),
            PatternRule.ofCapitals(
                    BANK_ACCOUNT,
                    NO_DIGIT_BEFORE + "[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?" + WORD_ENDS),
            PatternRule.of(BANK_ACCOUNT, NO_DIGIT_BEFORE + "\\d{3}(?:[ -]?\\d){21}" + NO_DIGIT_BEHIND),
            PatternRule.of(BANK_ACCOUNT, NO_DIGIT_BEFORE + "\\d{4}(?:[ -]?\\d{4}){3}" + NO_DIGIT_BEHIND),
            PatternRule.of(
                    COORDINATES,
                    NO_DIGIT_BEFORE
                            + "-?\\d{1,2}[.,]\\d{3,10} ?°? ?[nsشج]? ?[,;/ ] ?-?\\d{1,3}[.,]\\d{3,10} ?°? ?[eowشغ]?"
                            + WORD_ENDS),
            PatternRule.of(
                    COORDINATES,
                    "\\d{1,3} ?° ?\\d{1,2}(?:[.,]\\d{1,6})? ?['′](?: ?\\d{1,2}(?:[.,]\\d{1,4})? ?(?:\"|″|''|′′))?(?: ?[nsewo])?"),
            PatternRule.of(
                    COORDINATES,
                    NO_DIGIT_BEFORE + "[23456789cfghjmpqrvwx]{4,8}\\+[23456789cfghjmpqrvwx]{2,3}" + WORD_ENDS),
            PatternRule.of(
                    IDENTIFIER, NO_DIGIT_BEFORE + "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
            PatternRule.of(IDENTIFIER, NO_DIGIT_BEFORE + "[0-9a-f]{32,64}+" + WORD_ENDS),
            PatternRule.of(IDENTIFIER, NO_DIGIT_BEFORE + "blg(?:[ -]?[0-9a-z]{4}){4}" + WORD_ENDS),
            PatternRule.of(
                    IDENTIFIER,
                    NO_DIGIT_BEFORE
                            + "(?:pv|proces-verbal|p\\.v\\.?|dossier|affaire|procedure|enquete|recepisse|case|file|record|receipt|report)"
                            + " (?:" + NUMBER_SIGN + ")?(?:[a-z]{0,4}[-/]?)\\d{1,6}(?:[/-][a-z0-9]{1,6}){1,3}"
                            + WORD_ENDS),
            PatternRule.of(
                    IDENTIFIER,
                    "(?:المحضر|محضر|الملف|ملف|القضيه|قضيه|المسطره|مسطره|الوصل|وصل) (?:" + NUMBER_SIGN
                            + ")?\\d{1,6}(?:[/-][0-9\u0621-\u064a]{1,6}){1,3}" + WORD_ENDS),
            PatternRule.of(
                    ADDRESS,
                    "(?<![\\p{L}\\p{N}:.,]|\\d ?h ?)(?!20\\d\\d,? )" + HOUSE + ",? ?" + FRENCH_STREET
                            + "\\b[^\\n.;:,\\d]{0,45}"),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE + FRENCH_STREET + "\\b" + REST_OF_LINE + ",? ?" + NUMBER_SIGN + "\\d{1,4}"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE
                            + "(?:rue|derb|zankat|zanqat|immeuble|imm|appartement|appt|apt|villa|bloc|porte|lot|flat|apartment|building|house|street) (?:"
                            + NUMBER_SIGN + ")?(?:[a-z] ?)?\\d{1,4}" + WORD_ENDS),
            PatternRule.of(
                    ADDRESS,
                    "[وبفل]{0,2}" + "(?:رقم|الرقم) ?:? ?\\d{1,4},? ?" + ARABIC_STREET + WORD_ENDS
                            + "[^\\n.;:,\\d]{0,45}"),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE + ARABIC_STREET + WORD_ENDS + REST_OF_LINE + ",? ?(?:رقم|الرقم|عدد) ?:? ?\\d{1,4}"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE
                            + "[وبفل]{0,2}(?:ال)?(?:زنقه|درب|بلوك|عماره|شقه|اقامه|منزل|فيلا) (?:رقم |ا ?|ب ?|ج ?)?\\d{1,4}"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(
                    ADDRESS,
                    NO_DIGIT_BEFORE + "(?!20\\d\\d)\\d{1,4},? (?:شارع|زنقه|درب|زقاق|ساحه|حي|نهج)" + WORD_ENDS
                            + "[^\\n.;:,\\d]{0,45}"));

    private static final Pattern HOUSE_AND_STREET = Pattern.compile(NO_DIGIT_BEFORE
            + "(?!20\\d\\d)\\d{1,4}[a-z]?,? ((?:[\\p{L}'-]{1,20}+ ){1,3})(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|square|drive|alley)"
            + WORD_ENDS);
    private static final Pattern MONTH = Pattern.compile(
            "\\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b");
    private static final Pattern ADMINISTRATION =
            Pattern.compile("^(?:https?://)?(?:[a-z0-9-]{1,63}\\.){0,4}(?:gov\\.ma|dgsn\\.ma)(?:[/?#].{0,500})?$");

    private PatternDetector() {}

    static List<DataSpan> find(SearchableText text) {
        var found = new ArrayList<DataSpan>();
        for (var rule : RULES) {
            rule.pattern()
                    .matcher(text.text())
                    .results()
                    .map(match -> span(rule, match))
                    .filter(span -> !rule.capitals() || text.isWrittenInCapitals(span.from(), span.to()))
                    .filter(span -> !isOfTheAdministration(text, span))
                    .forEach(found::add);
        }
        HOUSE_AND_STREET
                .matcher(text.text())
                .results()
                .filter(match -> isNameOfAStreet(text, match))
                .map(match -> new DataSpan(ADDRESS, match.start(), match.end()))
                .forEach(found::add);
        return found;
    }

    private static DataSpan span(PatternRule rule, MatchResult match) {
        boolean part = match.groupCount() > 0 && match.start(1) >= 0;
        return new DataSpan(rule.kind(), part ? match.start(1) : match.start(), part ? match.end(1) : match.end());
    }

    private static boolean isOfTheAdministration(SearchableText text, DataSpan span) {
        return span.kind() == PROFILE
                && ADMINISTRATION
                        .matcher(text.text().substring(span.from(), span.to()))
                        .matches();
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
