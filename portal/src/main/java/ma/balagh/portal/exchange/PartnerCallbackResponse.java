package ma.balagh.portal.exchange;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner is told of incidents, and how far its messages are.
 *
 * @param state nothing for one that is new to us
 * @param givenUp how many messages were not taken in time
 */
@TemplateData
public record PartnerCallbackResponse(
        UUID id,
        String partner,
        List<String> jurisdictions,
        String url,
        @Nullable State state,
        int pending,
        @Nullable Instant oldestPendingAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant failingSince,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt,
        int givenUp,
        @Nullable Instant givenUpAt) {

    /** The service takes addresses that are no URI, such as with braces in the query. */
    private static final Pattern HOST = Pattern.compile("[a-zA-Z]+://(\\[[^\\]]+]|[^/?#:@]+)(?::\\d*)?(?:[/?#].*)?");

    /** Whether its messages are taken. */
    public enum State {
        WORKING,
        FAILING,
        GONE
    }

    /** The server alone: the rest of an address may be a secret between the partner and itself. */
    public @Nullable String host() {
        Matcher address = HOST.matcher(url);
        return address.matches() ? address.group(1) : null;
    }
}
