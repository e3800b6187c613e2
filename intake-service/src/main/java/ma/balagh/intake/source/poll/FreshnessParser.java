package ma.balagh.intake.source.poll;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a response stays fresh, by its header Cache-Control (RFC 9111, section 5.2). */
final class FreshnessParser {

    private static final Pattern MAX_AGE =
            Pattern.compile("(?i)(?:^|[,\\s])(?:s-maxage|max-age)\\s*=\\s*\"?([0-9]{1,9})");
    private static final Pattern AT_ONCE = Pattern.compile("(?i)(?:^|[,\\s])no-(?:cache|store)(?:[,\\s=]|$)");

    private FreshnessParser() {}

    /** Null when it says nothing, or that the answer is stale at once. */
    static @Nullable Duration of(@Nullable String cacheControl) {
        if (cacheControl == null || AT_ONCE.matcher(cacheControl).find()) {
            return null;
        }
        Matcher maxAge = MAX_AGE.matcher(cacheControl);
        return maxAge.find() ? Duration.ofSeconds(Long.parseLong(maxAge.group(1))) : null;
    }
}
