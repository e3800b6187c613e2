package ma.balagh.dispatch.escalation;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.dispatch.IncidentStage;
import org.jspecify.annotations.Nullable;

/**
 * A stage of one incident that was completed.
 *
 * @param callSign the unit that was waited for; absent where none was
 * @param seconds how long it took
 * @param withinTarget whether it was completed by its target
 */
record StageSample(
        UUID incidentId,
        String jurisdiction,
        int severity,
        IncidentStage stage,
        @Nullable String callSign,
        Instant startedAt,
        Instant targetAt,
        Instant endedAt,
        double seconds,
        boolean withinTarget) {}
