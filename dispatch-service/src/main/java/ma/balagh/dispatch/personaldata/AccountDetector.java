package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEFORE;
import static ma.balagh.dispatch.personaldata.PatternRule.NO_DIGIT_BEHIND;
import static ma.balagh.dispatch.personaldata.PatternRule.WORD_ENDS;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.EMAIL;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.PROFILE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds accounts of people: e-mail, profiles and pages that are not the administration's. */
final class AccountDetector {

    private static final String AT =
            "(?: ?@ ?| ?[\\[({] ?(?:@|at|a|arobase|ات|اروبا[زس]) ?[])}] ?| (?:arobase|arrobas|اروبا[زس]) )";
    private static final String DOT = "(?:\\.| ?[\\[({] ?(?:\\.|dot|point|نقطه) ?[])}] ?| (?:dot|point|نقطه) )";
    private static final String NETWORK =
            "(?:facebook|instagram|tik ?tok|snapchat|youtube|telegram|twitter|whatsapp|(?:ال)?(?:فا?ي?س ?بوك|انستا?[غقج]رام|تيك ?توك|سناب ?شات|يوتيوب|تي?لي?[غج]رام|توي?تر|و?اتس ?ا?ب))";
    private static final String ACCOUNT =
            "(?:compte|profil|page|chaine|pseudo|account|profile|channel|user(?:name)?|(?:ال)?حساب(?:ه|ها)?|صفحت?(?:ه|ها)|(?:ال)?صفحه|قنات?(?:ه|ها))";

    private static final List<PatternRule> RULES = List.of(
            PatternRule.of(
                    EMAIL,
                    "[\\p{L}\\p{N}._-]{2,40}+ (?:ات|عند|at|chez|arobase|اروبا[زس]) (?:جيميل|هوتميل|ياهو|اوتلوك|gmail|hotmail|yahoo|outlook)(?:"
                            + DOT + "| )(?:كوم|com|fr|ma)" + WORD_ENDS),
            PatternRule.of(PROFILE, NO_DIGIT_BEFORE + "[a-z0-9_.]{2,30}#\\d{4}" + NO_DIGIT_BEHIND),
            PatternRule.of(
                    PROFILE,
                    "(?<![a-z])(?:pseudo(?:nyme)?|username|user name|handle|اسم المستخدم|(?:ال)?اسم (?:ال)?مستعار)(?: ?: ?| )([a-z0-9._-]{3,30}+)"),
            PatternRule.of(
                    EMAIL,
                    "[a-z0-9._%+-]{1,64}+" + AT + "[a-z0-9-]{1,63}+(?:(?: ?\\. ?|" + DOT + ")[a-z0-9-]{2,63}+){1,5}+"),
            PatternRule.of(
                    EMAIL,
                    "[a-z0-9._%+-]{1,64}+ (?:at|ات) (?!w{1,3}\\.|(?:[a-z0-9-]{1,63}\\.){0,4}(?:gov|dgsn)\\.ma"
                            + WORD_ENDS
                            + ")[a-z0-9-]{1,63}+(?:" + DOT + "[a-z0-9-]{2,63}){0,3}" + DOT
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
                            + ")[^\\n.]{0,25}?(?<![\\p{L}\\p{N}])([a-z][a-z0-9]{1,29}\\.[a-z0-9]{1,30}|[a-z]{3,20}(?:-[a-z]{1,20}){0,3}-?\\d{1,6})"
                            + WORD_ENDS),
            PatternRule.of(
                    PROFILE,
                    "(?<![a-z])" + ACCOUNT + "(?: " + NETWORK
                            + ")?(?: (?:باسم|named|nomme))?[ :]{1,3}[\"«“] ?([^\\n\"»”]{2,40})"),
            PatternRule.of(
                    PROFILE,
                    NETWORK + " (?:dot|point|نقطه) [a-z]{2,4}(?: (?:slash|barre) [a-z0-9_.]{2,40})?" + WORD_ENDS));

    /** Its first word alone tells whether it is a name: compte Casa Secrets sur Instagram, but compte officiel sur Instagram. */
    private static final Pattern NAMED_IN_PLAIN_WORDS = Pattern.compile("(?<![a-z])(?:compte|account|(?:ال)?حساب)(?: "
            + NETWORK
            + ")?(?: (?:named|called|nommee?|appelee?|intitulee?|denommee?|باسم|[يت]حمل اسم))?"
            + " (([\\p{L}\\p{N}']{2,20})(?: [\\p{L}\\p{N}']{1,20}){0,3})"
            + " (?:sur|on|في|علي|عبر|via) (?:l'application |la plateforme |تطبيق |منصه |موقع )?"
            + NETWORK);
    /** With the article or the prefix of the present tense in Arabic, elided in French, or a participle of English. */
    private static final Pattern NO_NAME = Pattern.compile("(?:ال|لل|[يت]).+|[dl]'.+|[a-z]+ed");

    private static final Pattern ADMINISTRATION =
            Pattern.compile("^(?:https?://)?(?:[a-z0-9-]{1,63}\\.){0,4}(?:gov\\.ma|dgsn\\.ma)(?:[/?#].{0,500})?$");

    private AccountDetector() {}

    static List<DataSpan> find(NameIndex names, SearchableText text) {
        return Stream.concat(RULES.stream().flatMap(rule -> rule.find(text).stream()), inPlainWords(names, text))
                .filter(span -> !isOfTheAdministration(text, span))
                .toList();
    }

    /** Searches on behind the first letter of what is no name, for one may begin inside it. */
    private static Stream<DataSpan> inPlainWords(NameIndex names, SearchableText text) {
        var found = new ArrayList<DataSpan>();
        var matcher = NAMED_IN_PLAIN_WORDS.matcher(text.text());
        for (int from = 0; matcher.find(from); ) {
            String first = matcher.group(2);
            boolean name = !names.has(WordList.ACCOUNTS, first)
                    && !NO_NAME.matcher(first).matches();
            if (name) {
                found.add(new DataSpan(PROFILE, matcher.start(1), matcher.end(1)));
            }
            from = name ? matcher.end(1) : matcher.start() + 1;
        }
        return found.stream();
    }

    private static boolean isOfTheAdministration(SearchableText text, DataSpan span) {
        return span.kind() == PROFILE
                && ADMINISTRATION
                        .matcher(text.text().substring(span.from(), span.to()))
                        .matches();
    }
}
