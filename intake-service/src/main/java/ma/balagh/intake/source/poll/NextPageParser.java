package ma.balagh.intake.source.poll;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.intake.source.feed.WebAddressParser;
import org.jspecify.annotations.Nullable;

/** The address of the next page, from the header Link (RFC 8288). */
final class NextPageParser {

    private static final Pattern LINK = Pattern.compile("<([^>]{1,2048})>((?:\\s*;[^,;<]{1,200}){1,10})");
    private static final Pattern NEXT =
            Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:next\\s*$|next\\s*;|\"[^\"]*\\bnext\\b)");

    private NextPageParser() {}

    /** @param page to which it is relative */
    static @Nullable String of(@Nullable String link, URI page) {
        if (link == null || link.length() > 10_000) {
            return null;
        }
        Matcher links = LINK.matcher(link);
        while (links.find()) {
            if (NEXT.matcher(links.group(2)).find()) {
                return WebAddressParser.of(links.group(1), page)
                        .map(URI::toString)
                        .orElse(null);
            }
        }
        return null;
    }
}
