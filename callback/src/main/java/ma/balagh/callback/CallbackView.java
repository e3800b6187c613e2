package ma.balagh.callback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A callback as its partner sees it.
 *
 * @param pending how many messages wait
 * @param oldestPendingAt since when the oldest of them waits
 * @param deliveredAt when the last one was taken
 * @param failingSince since when any of those that wait has failed; absent when none has
 * @param failure why its last attempt failed, in a sentence
 * @param nextAttemptAt when something is sent again; absent when nothing waits
 * @param endedAt when its server said that it is gone for good
 * @param givenUp how many messages were given up because they were not taken in time
 * @param givenUpAt when the last of them was; absent when none was
 */
public record CallbackView(
        UUID id,
        String url,
        State state,
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

    /** Whether anything is sent there. */
    public enum State {
        WORKING,
        /** What waits is sent again and again. */
        FAILING,
        /** The server answered 410: nothing is sent any more. */
        GONE
    }
}
