package ma.balagh.portal.runcard;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.incident.IncidentTypeCode;
import ma.balagh.portal.incident.RunCardCoverageResponse;
import org.jspecify.annotations.Nullable;

/** Which units an incident of a type needs at an alarm level. */
@TemplateData
public record RunCardResponse(
        UUID id,
        String jurisdiction,
        @Nullable IncidentTypeCode type,
        int alarmLevel,
        List<Requirement> requirements,
        String changedBy,
        Instant changedAt) {

    /**
     * Units that the card asks for.
     *
     * @param kinds any of these; none given, any
     * @param skills all of these
     */
    @TemplateData
    public record Requirement(
            RunCardCoverageResponse.@Nullable Role role,
            List<String> kinds,
            List<String> skills,
            @Nullable Integer count) {}
}
