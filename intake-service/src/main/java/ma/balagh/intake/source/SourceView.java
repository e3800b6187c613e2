package ma.balagh.intake.source;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is shown.
 *
 * @param interval the longest pause between two polls
 * @param pause the present one
 * @param movedTo where its server said that it stands from now on
 * @param failing absent while it works
 * @param lastFailure also when it works again by now
 * @param nextAttemptAt when it is polled next; absent where it is not
 * @param lately what became of what it told of late
 */
record SourceView(
        UUID id,
        String name,
        SourceKind kind,
        @Nullable String url,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Duration interval,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Duration pause,

        String jurisdiction,
        List<String> keywords,
        boolean enabled,
        SourceState state,
        @Nullable String movedTo,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastNewAt,
        Source.@Nullable Failure lastFailure,
        @Nullable Failing failing,
        @Nullable Instant nextAttemptAt,
        Lately lately) {

    /** @param attempts failed ones since then */
    record Failing(Instant since, int attempts) {}

    /** @param since from when on is counted */
    record Lately(Instant since, long reported, long setAside, long sightings) {}

    static SourceView of(Source source, RecentItemRepository.Counts lately) {
        Source.Polling polling = source.polling();
        Source.Health health = source.health();
        Instant failingSince = health.failingSince();
        return new SourceView(
                source.id(),
                source.name(),
                source.kind(),
                polling == null ? null : polling.url(),
                polling == null ? null : polling.interval(),
                polling == null ? null : polling.pause(),
                source.jurisdiction(),
                source.keywords(),
                source.enabled(),
                source.state(),
                polling == null || polling.currentUrl().equals(polling.url()) ? null : polling.currentUrl(),
                health.lastAttemptAt(),
                health.lastSuccessAt(),
                health.lastNewAt(),
                health.lastFailure(),
                failingSince == null ? null : new Failing(failingSince, health.failures()),
                polling == null || !source.enabled() ? null : polling.nextAttemptAt(),
                new Lately(lately.since(), lately.reported(), lately.setAside(), lately.sightings()));
    }
}
