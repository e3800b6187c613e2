package ma.balagh.portal.clock;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stage of one incident that was completed.
 *
 * @param callSign the unit that was waited for; nothing where none was
 * @param withinTarget whether it kept its target
 */
@TemplateData
public record StageSampleResponse(
        UUID incidentId,
        String jurisdiction,
        int severity,
        @Nullable String callSign,
        Instant startedAt,
        Instant targetAt,
        Instant endedAt,
        Double seconds,
        boolean withinTarget) {}
