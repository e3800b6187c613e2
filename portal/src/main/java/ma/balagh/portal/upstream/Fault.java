package ma.balagh.portal.upstream;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What is wrong with a field, as far as it can be told from the service's English words. */
public enum Fault {
    MISSING(
            "must not be (?:null|blank|empty)|must name the case .*|must be one of [A-Z_, ]+|must be (?:true or false|given)"),
    REASON_MISSING("must say why, in at most (\\d+) characters"),
    CONTENT_MISSING("at least one of url, text and mediaUrls is needed"),
    LENGTH("must have (\\d[\\d,]* to \\d[\\d,]*) characters"),
    ADDRESS_MISSING("is needed, with at most (\\d+) characters"),
    TOO_SHORT("must have at least (\\d+) characters"),
    TOO_LONG("must (?:have|be words of) at most (\\d+) characters.*|size must be between 0 and (\\d+)"),
    TOO_SMALL("must be greater than or equal to (-?\\d+)"),
    TOO_LARGE("must be less than or equal to (-?\\d+)|must be at most (\\d+)"),
    OUT_OF_RANGE("must lie between (-?\\d+ and \\d+) degrees|must be a number from (\\d+ to \\d+)"),
    OUT_OF_INTERVALS("must be (PT\\w+ to PT\\w+)"),
    IN_THE_FUTURE("must not lie in the future"),
    TOO_EARLY("must not lie before .*|must be later than .*"),
    WITHOUT_THE_OTHER("must come with the other one|is needed where there is a .*"),
    NOT_AN_ADDRESS(
            "must be an absolute http or https address.*|cannot be fetched\\. (?:Only http|The address is not written) .*"),
    NOT_PUBLIC("cannot be fetched\\. The host .*"),
    OTHER_PORT("cannot be fetched\\. The port .*"),
    WITH_PASSWORD("cannot be fetched\\. An address that carries .*"),
    OF_A_WEBHOOK("a webhook .*|a source that is polled does not become a webhook.*"),
    NO_WORDS("must be words, with at least (\\d+) letters"),
    NO_LETTERS("has no letters that could be looked for"),
    TOO_MANY_WORDS("must have at most (\\d+) words"),
    LISTED_ALREADY("is looked for as .* is: one of them is enough"),
    OTHER_LANGUAGE("must be a text in its language"),
    MARKUP("must be one paragraph of plain text without markup"),
    NOT_A_JURISDICTION("must be a code such as .*"),
    NOT_YOUR_JURISDICTION("lies outside your jurisdictions|must be one of your own"),
    NOT_A_DOSSIER("must be another dossier that you may see"),
    WITHOUT_AREA("must have an area"),
    HIDES_NOTHING("a redaction that hides nothing is none"),
    UNFITTING("does not fit .*|goes with .* only"),
    UNREADABLE("must be (?:a|an|of) .*|is not valid.*|must not contain .*"),
    OTHER("(?s).*");

    private final Pattern words;

    Fault(String words) {
        this.words = Pattern.compile(words);
    }

    static Fault of(String message) {
        return Arrays.stream(values())
                .filter(fault -> fault.words.matcher(message).matches())
                .findFirst()
                .orElse(OTHER);
    }

    /** The bound that the message names, if it names one. */
    String bound(String message) {
        var matcher = words.matcher(message);
        if (matcher.matches()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    return matcher.group(group).replace(" and ", " … ").replace(" to ", " … ");
                }
            }
        }
        return "";
    }
}
