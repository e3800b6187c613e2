package ma.balagh.intake.obtain;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.intake.report.MediaLink;
import org.jspecify.annotations.Nullable;

/**
 * A link as the people see it who chase media.
 *
 * @param reason why it is as it is, or what came in between last
 * @param detail the same for people
 * @param since when it came into this state
 * @param attempts how many were made, at another link of the same address where this one waits for it
 * @param failures attempts in a row that brought nothing
 * @param lastAttemptAt when the last one began or ended
 * @param nextAttemptAt when the next one comes, while it is still to be obtained
 * @param underWay whether one is being made
 * @param evidenceId what was obtained
 * @param foundOn the link of the page that shows it
 * @param fetchId the attempt that ended it: one for all links of that address that waited for it
 */
record MediaLinkView(
        UUID id,
        UUID reportId,
        String jurisdiction,
        MediaLink.Kind kind,
        String url,
        MediaLink.State state,
        @Nullable String reason,
        @Nullable String detail,
        Instant since,
        int attempts,
        int failures,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt,
        boolean underWay,
        @Nullable UUID evidenceId,
        @Nullable UUID foundOn,
        @Nullable UUID fetchId) {}
