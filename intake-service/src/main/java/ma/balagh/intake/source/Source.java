package ma.balagh.intake.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where reports come from.
 *
 * @param polling absent where the source tells us
 * @param version grows with every change by a person
 */
public record Source(
        UUID id,
        String name,
        SourceKind kind,
        String jurisdiction,
        List<String> keywords,
        boolean enabled,
        @Nullable Polling polling,
        Health health,
        int version) {

    public Source {
        keywords = List.copyOf(keywords);
    }

    /**
     * How it is polled.
     *
     * @param url as an officer gave it
     * @param currentUrl where it has moved to for good; the same unless it has moved
     * @param interval the longest pause between two polls
     * @param pause the pause at present: shorter while it has much to tell
     */
    public record Polling(
            String url, String currentUrl, String host, Duration interval, Duration pause, Instant nextAttemptAt) {}

    /**
     * How it is doing.
     *
     * @param lastNewAt when it last told something new
     * @param lastFailure also when it works again by now
     * @param failingSince the first failure since it last worked
     * @param failures so many since it last worked
     */
    public record Health(
            @Nullable Instant lastAttemptAt,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastNewAt,
            @Nullable Failure lastFailure,
            @Nullable Instant failingSince,
            int failures) {

        static final Health UNTRIED = new Health(null, null, null, null, null, 0);
    }

    /**
     * @param reason a word that programs can tell apart
     * @param detail what was seen, in English
     */
    public record Failure(Instant at, String reason, String detail) {}

    SourceState state() {
        if (!enabled) {
            return SourceState.OFF;
        }
        if (health.failingSince() != null) {
            return SourceState.FAILING;
        }
        return health.lastSuccessAt() == null ? SourceState.UNTRIED : SourceState.WORKING;
    }
}
