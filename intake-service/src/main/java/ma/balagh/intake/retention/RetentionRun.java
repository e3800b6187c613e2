package ma.balagh.intake.retention;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of retention.
 *
 * @param endedAt absent while it runs, and for ever where it was given up
 * @param erased how many of each kind went, of what its reader sees
 */
record RetentionRun(
        UUID id,
        Instant startedAt,
        String startedBy,
        @Nullable Instant endedAt,
        Map<RetentionKind, Long> erased) {

    RetentionRun erasing(Map<RetentionKind, Long> counts) {
        return new RetentionRun(id, startedAt, startedBy, endedAt, counts);
    }
}
