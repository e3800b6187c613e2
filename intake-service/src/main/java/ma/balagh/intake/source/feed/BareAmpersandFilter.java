package ma.balagh.intake.source.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Escapes ampersands that somebody forgot to escape. HTML knows entities without a semicolon, too, so that {@code
 * ?a=1&copy=2} would become another address.
 */
final class BareAmpersandFilter {

    private static final String SECTION = "<![CDATA[";
    private static final Pattern BARE =
            Pattern.compile("<!\\[CDATA\\[|&(?!#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)");

    private BareAmpersandFilter() {}

    /** @return the text with those ampersands escaped, outside of CDATA sections, where they are as they should be */
    static String escaped(String text) {
        Matcher bare = BARE.matcher(text);
        var escaped = new StringBuilder();
        int done = 0;
        int at = 0;
        while (bare.find(at)) {
            at = bare.end();
            if (bare.group().equals(SECTION)) {
                int end = text.indexOf("]]>", at);
                at = end < 0 ? text.length() : end;
            } else {
                escaped.append(text, done, at).append("amp;");
                done = at;
            }
        }
        return done == 0 ? text : escaped.append(text, done, text.length()).toString();
    }
}
