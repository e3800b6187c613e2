package ma.balagh.dispatch.escalation;

import static ma.balagh.contracts.dispatch.EscalationStep.COMMANDER;
import static ma.balagh.contracts.dispatch.EscalationStep.NEXT_UNIT_PROPOSED;
import static ma.balagh.contracts.dispatch.EscalationStep.SUPERVISOR;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.dispatch.runcard.IncidentType;
import org.jspecify.annotations.Nullable;

/**
 * Targets of all stages for the incidents of a territory.
 *
 * @param jurisdiction that territory and what lies in it; null for {@link #BUILT_IN}
 * @param incidentType the only type of incident that it is for; null for all that have none of their own there
 * @param stages every stage, in order
 * @param version counts its changes; 0 for {@link #BUILT_IN}
 * @param changedBy user name of the commander
 */
record EscalationPolicy(
        @Nullable String jurisdiction,
        @Nullable IncidentType incidentType,
        List<StageTarget> stages,
        long version,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    /**
     * For territories that have no policy. A unit acknowledges within 30 s; somebody who was arrested may be held for 48 h
     * (code of criminal procedure, article 66), so that the prosecutor is reached in time.
     */
    static final EscalationPolicy BUILT_IN = new EscalationPolicy(
            null,
            null,
            List.of(
                    target(
                            IncidentStage.OPEN_TO_ASSIGNED,
                            MINUTE,
                            new TimedStep(NEXT_UNIT_PROPOSED, MINUTE),
                            new TimedStep(SUPERVISOR, 2 * MINUTE),
                            new TimedStep(COMMANDER, 5 * MINUTE)),
                    target(
                            IncidentStage.ASSIGNED_TO_ACKNOWLEDGED,
                            MINUTE / 2,
                            new TimedStep(NEXT_UNIT_PROPOSED, MINUTE / 2),
                            new TimedStep(SUPERVISOR, MINUTE),
                            new TimedStep(COMMANDER, 2 * MINUTE)),
                    target(
                            IncidentStage.ACKNOWLEDGED_TO_EN_ROUTE,
                            2 * MINUTE,
                            new TimedStep(NEXT_UNIT_PROPOSED, 2 * MINUTE),
                            new TimedStep(SUPERVISOR, 3 * MINUTE),
                            new TimedStep(COMMANDER, 5 * MINUTE)),
                    target(
                            IncidentStage.EN_ROUTE_TO_ON_SCENE,
                            15 * MINUTE,
                            new TimedStep(NEXT_UNIT_PROPOSED, 15 * MINUTE),
                            new TimedStep(SUPERVISOR, 20 * MINUTE),
                            new TimedStep(COMMANDER, 30 * MINUTE)),
                    target(
                            IncidentStage.ON_SCENE_TO_OUTCOME,
                            2 * HOUR,
                            new TimedStep(SUPERVISOR, 3 * HOUR),
                            new TimedStep(COMMANDER, 4 * HOUR)),
                    target(
                            IncidentStage.OUTCOME_TO_REFERRED,
                            36 * HOUR,
                            new TimedStep(SUPERVISOR, 40 * HOUR),
                            new TimedStep(COMMANDER, 44 * HOUR))),
            0,
            null,
            null);

    EscalationPolicy {
        stages =
                stages.stream().sorted(Comparator.comparing(StageTarget::stage)).toList();
    }

    StageTarget target(IncidentStage stage) {
        return stages.stream()
                .filter(target -> target.stage() == stage)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a policy has every stage"));
    }

    /** What names this state of it: which policy it is, as well, since that of a territory takes the place of another one. */
    String tag() {
        return jurisdiction == null
                ? "built-in"
                : "%s.%s.%d".formatted(jurisdiction, incidentType == null ? "any" : incidentType.name(), version);
    }

    private static StageTarget target(IncidentStage stage, int seconds, TimedStep... steps) {
        return new StageTarget(stage, seconds, List.of(steps));
    }
}
