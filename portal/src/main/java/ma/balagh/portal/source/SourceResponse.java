package ma.balagh.portal.source;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.obstacle.FetchObstacle;
import org.jspecify.annotations.Nullable;

/**
 * Where reports come from, as intake tells it.
 *
 * @param interval the longest pause between two polls
 * @param movedTo where its server said that it stands from now on
 * @param failing absent while it works
 * @param lastFailure also when it works again by now
 * @param nextAttemptAt absent where it is not polled
 */
@TemplateData
public record SourceResponse(
        UUID id,
        String name,
        @Nullable Kind kind,
        @Nullable String url,
        @Nullable Duration interval,
        String jurisdiction,
        List<String> keywords,
        boolean enabled,
        @Nullable State state,
        @Nullable String movedTo,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastNewAt,
        @Nullable Failure lastFailure,
        @Nullable Failing failing,
        @Nullable Instant nextAttemptAt,
        @Nullable Lately lately) {

    /** How it tells what it publishes. */
    public enum Kind {
        RSS,
        ATOM,
        JSON_FEED,
        MASTODON_TAG,
        WEBHOOK
    }

    /** How it is doing. */
    public enum State {
        FAILING,
        WORKING,
        UNTRIED,
        OFF
    }

    /** @param detail what was seen, in English */
    @TemplateData
    public record Failure(
            Instant at, String reason, @Nullable String detail) {

        public @Nullable FetchObstacle obstacle() {
            return FetchObstacle.of(reason);
        }
    }

    /** @param attempts failed ones since then */
    @TemplateData
    public record Failing(Instant since, int attempts) {}

    /** What became of what it told of late. */
    @TemplateData
    public record Lately(Instant since, long reported, long setAside, long sightings) {

        public long all() {
            return reported + setAside + sightings;
        }
    }

    /** Whether its sender calls us; all others are asked. */
    public boolean isWebhook() {
        return kind == Kind.WEBHOOK;
    }

    public boolean isFailing() {
        return failing != null;
    }

    /** How often it is asked at least. */
    public @Nullable PollInterval pause() {
        return interval == null ? null : new PollInterval(interval);
    }
}
