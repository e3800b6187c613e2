package ma.balagh.portal.escalation;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What an incident waits for.
 *
 * @param assignmentId the assignment whose unit is waited for; nothing where none is
 * @param callSign that unit's
 * @param lastSeenAt when that unit last told where it is; nothing where it never did
 * @param targetAt when the stage should be over
 * @param escalated the steps that followed since, in order
 */
@TemplateData
public record StageClockResponse(
        @Nullable Stage stage,
        @Nullable UUID assignmentId,
        @Nullable String callSign,
        @Nullable Instant lastSeenAt,
        Instant startedAt,
        Instant targetAt,
        boolean overdue,
        List<FiredStep> escalated) {

    /** What can be waited for. */
    @TemplateData
    public enum Stage {
        OPEN_TO_ASSIGNED,
        ASSIGNED_TO_ACKNOWLEDGED,
        ACKNOWLEDGED_TO_EN_ROUTE,
        EN_ROUTE_TO_ON_SCENE,
        ON_SCENE_TO_OUTCOME,
        OUTCOME_TO_REFERRED;

        /** Whether another unit can be sent in place of one that is waited for. */
        public boolean isForAnotherUnit() {
            return this != ON_SCENE_TO_OUTCOME && this != OUTCOME_TO_REFERRED;
        }
    }

    /** Who or what is called for. */
    public enum Step {
        NEXT_UNIT_PROPOSED,
        UNIT_SENT,
        SUPERVISOR,
        COMMANDER;

        /** The role that it calls. The supervisor is the dispatcher who leads the shift. */
        private String called() {
            return this == COMMANDER ? PortalRoles.COMMANDER : PortalRoles.DISPATCHER;
        }
    }

    /**
     * @param proposedCallSign the unit that was to be sent next when the step came. It may be busy by now, so
     *     that only the call names it, not the clock
     */
    @TemplateData
    public record FiredStep(
            @Nullable Step step, Instant at, @Nullable String proposedCallSign) {}

    /** The last step that calls somebody of the viewer's roles; nothing where none does. */
    public @Nullable FiredStep callTo(Viewer viewer) {
        return escalated.stream()
                .filter(fired -> fired.step() != null && viewer.has(fired.step().called()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** How long the stage should last. */
    public double targetSeconds() {
        return Duration.between(startedAt, targetAt).toMillis() / 1000.0;
    }

    /** Whether it lasts so long that the commander was called. */
    public boolean isForCommander() {
        return escalated.stream().anyMatch(fired -> fired.step() == Step.COMMANDER);
    }

    /** What it is on a page: of one incident, each stage of each assignment has one clock. */
    public String key() {
        return stage + "-" + assignmentId;
    }
}
