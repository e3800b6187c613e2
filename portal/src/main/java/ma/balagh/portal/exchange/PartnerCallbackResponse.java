package ma.balagh.portal.exchange;

import io.quarkus.qute.TemplateData;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

    /** Whether its messages are taken. */
    public enum State {
        WORKING,
        FAILING,
        GONE
    }

    /** The server alone: the rest of an address may be a secret between the partner and itself. */
    public @Nullable String host() {
        return URI.create(url).getHost();
    }
}
