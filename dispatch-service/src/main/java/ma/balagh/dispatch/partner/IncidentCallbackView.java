package ma.balagh.dispatch.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.callback.CallbackView;
import org.jspecify.annotations.Nullable;

/**
 * A callback for incidents, and how far its messages are (see {@link CallbackView}).
 *
 * @param partner the name of the partner's account
 * @param jurisdictions whose incidents are told there, each with what lies in it
 */
record IncidentCallbackView(
        UUID id,
        String partner,
        List<String> jurisdictions,
        String url,
        CallbackView.State state,
        Instant createdAt,
        long pending,
        @Nullable Instant oldestPendingAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant failingSince,
        @Nullable String failure,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt,
        long givenUp,
        @Nullable Instant givenUpAt) {

    static IncidentCallbackView of(String partner, List<String> jurisdictions, CallbackView callback) {
        return new IncidentCallbackView(
                callback.id(),
                partner,
                jurisdictions,
                callback.url(),
                callback.state(),
                callback.createdAt(),
                callback.pending(),
                callback.oldestPendingAt(),
                callback.deliveredAt(),
                callback.failingSince(),
                callback.failure(),
                callback.nextAttemptAt(),
                callback.endedAt(),
                callback.givenUp(),
                callback.givenUpAt());
    }
}
