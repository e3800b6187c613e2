package ma.balagh.portal.link;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.portal.obstacle.FetchObstacle;
import org.jspecify.annotations.Nullable;

/**
 * The address of a medium that a report names, or of a page that shows some, as intake tells it.
 *
 * @param reason why it is as it is, or what came in between last
 * @param detail the same in English
 * @param failures attempts in a row that brought nothing
 * @param since when it came into this state
 * @param underWay whether an attempt is being made
 * @param foundOn the link of the page that shows it
 */
@TemplateData
public record MediaLinkResponse(
        UUID id,
        UUID reportId,
        String jurisdiction,
        @Nullable Kind kind,
        String url,
        @Nullable State state,
        @Nullable String reason,
        @Nullable String detail,
        Instant since,
        int attempts,
        int failures,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt,
        boolean underWay,
        @Nullable UUID evidenceId,
        @Nullable UUID foundOn) {

    /** What is thought to stand at the address. */
    public enum Kind {
        MEDIUM,
        PAGE
    }

    /** Whether it is here. */
    public enum State {
        UNOBTAINABLE,
        TO_OBTAIN,
        OBTAINED,
        READ,
        NOT_NEEDED
    }

    public @Nullable FetchObstacle obstacle() {
        return FetchObstacle.of(reason);
    }

    public boolean isObtained() {
        return state == State.OBTAINED;
    }

    /** Whether it is tried by itself, in vain so far. */
    public boolean isFailing() {
        return isTried() && failures > 0;
    }

    /** Whether it is tried by itself. */
    public boolean isTried() {
        return state == State.TO_OBTAIN;
    }
}
