package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PersonalDataKind.ADDRESS;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.BANK_ACCOUNT;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.COORDINATES;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.DATE_OF_BIRTH;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.DEVICE;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.EMAIL;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.IDENTIFIER;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.NAME;
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
            "(?:rue|avenue|av|boulevard|bd|bvd|blvd|impasse|ruelle|derb|douar|zankat|zanqat|allee|place|chemin|route|lotissement|lot|residence|immeuble|hay|quartier)";
    private static final String ARABIC_STREET =
            "[وبفل]{0,2}(?:ال)?(?:شارع|زنقه|درب|زقاق|ساحه|اقامه|تجزيه|عماره|بلوك|مجموعه|طريق|نهج|دوار|حي)";
    private static final String AT = "(?: ?@ ?| ?[\\[({] ?(?:@|at|a|arobase|ات) ?[])}] ?| arobase )";
    private static final String DOT = "(?:\\.| ?[\\[({] ?(?:\\.|dot|point|نقطه) ?[])}] ?| (?:dot|point|نقطه) )";
    private static final String NETWORK =
            "(?:facebook|instagram|tik ?tok|snapchat|youtube|telegram|twitter|whatsapp|فيسبوك|انستغرام|انستاغرام|تيك ?توك|سناب ?شات|يوتيوب|تيليغرام|تلغرام)";
    private static final String ACCOUNT =
            "(?:compte|profil|page|chaine|pseudo|account|profile|channel|user(?:name)?|(?:ال)?حساب(?:ه|ها)?|صفحت?(?:ه|ها)|(?:ال)?صفحه|قنات?(?:ه|ها))";
    /** What else stands between an account and its network: whose it is, and how. */
    private static final String NO_NAME_OF_AN_ACCOUNT =
            "(?:de|du|des|d'\\p{L}+|l[ae]s?|l'\\p{L}+|un|une|of|the|an?|and|et|or|ou|ni|qui|que|that|which|who|en|a|au|par|by|pour|for|to|as|est|sont|is|was|are|were|has|had|ont|dont|with|avec|from|only|said|says|wrote|post|posts|shares|shows|publishes|publie|diffuse|partage|relaie|chaque|every|faux|fausse|fake|anonym\\p{L}*|officiel\\p{L}*|official|prive\\p{L}*|private|personn?\\p{L}*|public|publique|ouverte?|open|active|actif|inactive|cree|basee?|tenue?|geree?|suivie?|connue?|diffusee?|publiee?|partagee?|hebergee?|pirate|fermee?|bloquee?|supprimee?|suspecte?|suspendue?|marocaine?|foreign|etrangere?|unknown|inconnue?|bancaire|holder|\\p{L}+ed|dgsn|ال\\p{L}+|لل\\p{L}+|[يت]\\p{L}+|رسمي\\p{L}*|وهمي\\p{L}*|مجهول\\p{L}*|مزيف\\p{L}*|مزور\\p{L}*|شخصي\\p{L}*|خاص\\p{L}*|عام\\p{L}*|مفتوح\\p{L}*|مغلق\\p{L}*|نشط\\p{L}*|معروف\\p{L}*|مقرصن\\p{L}*|منسوب\\p{L}*|اجنبي\\p{L}*|مستعار\\p{L}*|اخباري\\p{L}*|اخر\\p{L}*|نشرت?|كانت?|في|علي|عبر|من|لا|غير|واحده?|مديريه|وزاره|ولايه|شرطه|امن|فريق|نادي|جمعيه)";

    private static final String DIGIT_WORD =
            "(?:zero|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|one|two|three|four|five|seven|eight|nine|ten|double|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|صفر|واحد|اثنان|اثنين|ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره|عشر(?:ون|ين)|ثلاث(?:ون|ين)|اربع(?:ون|ين)|خمس(?:ون|ين)|ست(?:ون|ين)|سبع(?:ون|ين)|ثمان(?:ون|ين)|تسع(?:ون|ين))";
    private static final String DATE =
            "(?:\\d{1,2} ?(?:st|nd|rd|th|er)?[ ./-]{1,3}(?:\\d{1,2}|(?:of )?\\p{L}{3,10})[ ,./-]{1,3}\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}|\\p{L}{3,10} \\d{1,2},? \\d{4})";
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final String PAPER =
            "(?:cnie?|cine|cin|carte nationale|carte d'identite|identity card|id card|id (?:number|no)|passeport|passport|permis de conduire|driving licen[cs]e|driver's licen[cs]e|(?:carte|titre) de sejour|residence (?:permit|card)|cnss|amo|securite sociale|social (?:security|insurance)|بطاقت?(?:ه|ها) الوطنيه|البطاقه الوطنيه|بطاقه (?:ال)?(?:وطنيه|تعريف|اقامه)|ب\\.ت\\.و|جواز (?:ال)?سفر(?:ه|ها)?|رخصه (?:ال)?سياقه|رخصت(?:ه|ها)|[ال]لضمان الاجتماعي)";
    /** Letters and digits, or so many digits that they are no year and no amount. */
    private static final String NUMBER_OF_A_PAPER =
            "(?:[a-z]{1,3}-?\\d[a-z0-9/]{3,11}|(?:[a-z]{1,3}|[\u0621-\u064a](?: ?[\u0621-\u064a])?) ?\\d{5,9}|\\d[a-z0-9/]{5,11})";

    /** Two initials, but no abbreviation, and no letter behind a number, as that of an era. */
    private static final String INITIALS =
            "(?<![\\p{L}\\p{N}.]|\\d )(?!%1$s)%2$s\\.(?:-?%2$s\\.?| %2$s\\.)(?![\\p{L}\\p{N}.])";

    private static final String REST_OF_LINE = "[^\\n.;:\\d]{0,45}?";

    private static final List<PatternRule> RULES = List.of(
            PatternRule.of(
                    EMAIL,
                    "[a-z0-9._%+-]{1,64}+" + AT + "[a-z0-9-]{1,63}+(?:(?: ?\\. ?|" + DOT + ")[a-z0-9-]{2,63}+){1,5}+"),
            PatternRule.of(
                    EMAIL,
                    "[a-z0-9._%+-]{1,64}+ (?:at|ات) [a-z0-9-]{1,63}+(?:" + DOT + "[a-z0-9-]{2,63}){0,3}" + DOT
                            + "(?:com|net|org|info|me|ma|fr|es|be|de|it|nl|eu|uk|ca|io)" + WORD_ENDS),
            PatternRule.of(PROFILE, "(?:https?|hxxps?)://[^\\s<>\"]{1,500}+"),
            PatternRule.of(
                    PROFILE,
                    "(?<![\\p{L}\\p{N}])(?:www\\.|m\\.|web\\.)?(?:facebook|fb|instagram|tiktok|twitter|x|snapchat|youtube|youtu|linkedin|telegram|t|wa|threads)\\.(?:com|me|be|net|ma|fr)/[^\\s<>\"]{1,300}+"),
            PatternRule.of(PROFILE, "(?<![\\p{L}\\p{N}._@])@[a-z0-9_][a-z0-9_.]{2,30}+"),
            PatternRule.of(PROFILE, NO_DIGIT_BEFORE + "[a-z0-9.]{2,30}_[a-z0-9_.]{2,30}"),
            PatternRule.of(
                    PROFILE,
                    "(?<![a-z])(?:" + ACCOUNT + "|" + NETWORK
                            + ")[^\\n.]{0,25}?(?<![\\p{L}\\p{N}])([a-z][a-z0-9]{1,29}\\.[a-z0-9]{1,30}|[a-z]{3,20}\\d{1,6})"
                            + WORD_ENDS),
            PatternRule.of(
                    PROFILE,
                    "(?<![a-z])" + ACCOUNT + "(?: " + NETWORK
                            + ")?(?: (?:باسم|named|nomme))?[ :]{1,3}[\"«“] ?([^\\n\"»”]{2,40})"),
            PatternRule.of(
                    PROFILE,
                    "(?<![a-z])(?:compte|account|(?:ال)?حساب)(?: " + NETWORK
                            + ")?(?: (?:named|called|nommee?|appelee?|intitulee?|denommee?|باسم|[يت]حمل اسم))? (?!"
                            + NO_NAME_OF_AN_ACCOUNT + WORD_ENDS
                            + ")([\\p{L}\\p{N}]{2,20}(?: [\\p{L}\\p{N}']{1,20}){0,3}) (?:sur|on|في|علي|عبر|via) (?:l'application |la plateforme |تطبيق |منصه |موقع )?"
                            + NETWORK),
            PatternRule.of(
                    PROFILE,
                    NETWORK + " (?:dot|point|نقطه) [a-z]{2,4}(?: (?:slash|barre) [a-z0-9_.]{2,40})?" + WORD_ENDS),
            PatternRule.of(PHONE, NO_DIGIT_BEFORE + "(?:\\+|00) ?\\d{1,3}(?:[ .()/-]{0,2}\\d){7,12}" + NO_DIGIT_BEHIND),
            PatternRule.of(PHONE, NO_DIGIT_BEFORE + "[0o] ?[1-9](?:[ ./_-]{0,3}[\\dol]){8}" + NO_DIGIT_BEHIND),
            PatternRule.of(
                    PHONE,
                    NO_DIGIT_BEFORE
                            + "[6789]\\d{2}(?:[ .-]\\d{3}[ .-](?!000)\\d{3}|[ .-]\\d{2}[ .-]\\d{2}[ .-]\\d{2}|\\d{6})"
                            + NO_DIGIT_BEHIND),
            PatternRule.of(
                    PHONE,
                    "(?:zero|صفر)(?:[ ,.-]{1,2}(?:et |و)?(?:" + DIGIT_WORD + "|\\d{1,4})" + WORD_ENDS + "){4,9}"),
            PatternRule.of(
                    PHONE,
                    "(?<![a-z])(?:tel|telephone|gsm|whatsapp|phone|mobile|portable|هاتف|الهاتف|واتساب)[^\\d\\n+]{0,14}(\\+?\\d(?:[ .-]?\\d){5,14})"
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
            PatternRule.ofCapitals(
                    PLATE,
                    NO_DIGIT_BEFORE + "\\d{1,2}" + SEPARATOR + "[a-z]" + SEPARATOR + "\\d{4,6}" + NO_DIGIT_BEHIND),
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
            PatternRule.of(
                    PLATE,
                    "immatricul[a-z]{1,8}+ ?(?:sous )?(?:le )?(?:" + NUMBER_SIGN
                            + ")?:? ?([a-z0-9\u0621-\u064a|/-]{0,3} ?\\d{2,6}[a-z0-9\u0621-\u064a |/-]{0,8})"),
            PatternRule.ofCapitals(NATIONAL_ID, NO_DIGIT_BEFORE + "[a-z]{1,2} ?\\d{5,7}" + WORD_ENDS),
            PatternRule.of(
                    NATIONAL_ID,
                    "(?<![a-z])" + PAPER + "(?![a-z])[^\\d\\n]{0,30}?(?<![\\p{L}\\p{N}])(" + NUMBER_OF_A_PAPER + ")"
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
                    "(?<![a-z])(?:lat(?:itude)?|lon(?:g|gitude)?|خط (?:ال)?(?:عرض|طول))[^\\d\\p{L}\\n]{1,6}(-?\\d{1,3}[.,]\\d{2,10})"),
            PatternRule.ofCapitals(
                    COORDINATES,
                    NO_DIGIT_BEFORE + "[ns] ?\\d{1,2}[.,]\\d{2,10}[ ,;/]{1,3}[ewo] ?\\d{1,3}[.,]\\d{2,10}"),
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
                    DATE_OF_BIRTH,
                    NO_DIGIT_BEFORE
                            + "(?:nee?(?:\\(e\\))?(?: a [^\\d\\n.;]{2,25}?)?,?(?: le)?|naissance(?: le)?|born(?: [^\\d\\n.;]{2,25}?)?(?: on)?|d\\.?o\\.?b\\.?|date of birth|birthday|birth date|[وال]{0,3}مزداده?|مواليد|ولدت?|ازدادت?|الازدياد|الميلاد)(?: (?:بتاريخ|يوم|في))*[ :]{1,3}("
                            + DATE + ")" + NO_DIGIT_BEHIND),
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
            PatternRule.of(
                    NAME,
                    "(?:[يت]لقب|ملقبه?|[يت]كني|[يت]حمل لقب)" + WORD_ENDS
                            + "[^\\n.\"«“]{0,25}[\"«“] ?([^\\n\"»”]{2,30})"),
            PatternRule.of(
                    ADDRESS,
                    NUMBER_SIGN
                            + "\\d{1,4},? (?:du |de la |de l')?(?:douar|derb|lotissement|lot|immeuble|residence|impasse|ruelle)\\b[^\\n.;:,\\d]{0,45}"),
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
                            + "(?:rue|derb|zankat|zanqat|immeuble|imm|appartement|appt|apt|villa|bloc|etage,? porte|lot|flat|apartment|building|house|street)\\.? (?:"
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
