package ma.balagh.portal.clock;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.portal.incident.IncidentTypeCode;
import org.jspecify.annotations.Nullable;

/**
 * What went through a stage of a published video.
 *
 * @param subjectId of what the stage is about
 * @param incidentType nothing where there is none
 * @param withinTarget whether it kept the target
 */
@TemplateData
public record ClockSampleResponse(
        UUID subjectId,
        String jurisdiction,
        @Nullable IncidentTypeCode incidentType,
        Instant startedAt,
        Instant endedAt,
        Double seconds,
        boolean withinTarget) {}
