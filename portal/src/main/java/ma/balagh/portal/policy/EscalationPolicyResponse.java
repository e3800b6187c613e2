package ma.balagh.portal.policy;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import ma.balagh.portal.escalation.StageClockResponse;
import ma.balagh.portal.incident.IncidentTypeCode;
import org.jspecify.annotations.Nullable;

/**
 * Targets of the stages of incidents.
 *
 * @param jurisdiction the territory that they were set for; nothing for those of the system
 * @param incidentType the only type that they are for; nothing for all
 */
@TemplateData
public record EscalationPolicyResponse(
        @Nullable String jurisdiction,
        @Nullable IncidentTypeCode incidentType,
        boolean builtIn,
        List<StageTarget> stages,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    /** How long a stage should last, and what follows when it lasts longer. */
    @TemplateData
    public record StageTarget(StageClockResponse.@Nullable Stage stage, int targetSeconds, List<TimedStep> steps) {

        /** As people type it. */
        public String length() {
            return ClockTimeParser.text(targetSeconds);
        }
    }

    /**
     * A step of escalation.
     *
     * @param afterSeconds from the beginning of the stage
     * @param fromSeverity for which incidents a unit is sent without a person; nothing in other steps
     */
    @TemplateData
    public record TimedStep(
            StageClockResponse.@Nullable Step step,
            int afterSeconds,
            @Nullable Integer fromSeverity) {

        /** As people type it. */
        public String length() {
            return ClockTimeParser.text(afterSeconds);
        }
    }
}
