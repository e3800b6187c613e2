package ma.balagh.dispatch.incident;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.http.CommonProblem;
import org.jspecify.annotations.Nullable;

/**
 * One unit sent to one incident. It is active until it is released: by {@link ProgressStatus#CLEARED}, or by the
 * incident's outcome, after which the unit may still say that it cleared the scene.
 *
 * @param callSign the unit's call sign when it was sent
 * @param assignedBy user name of the dispatcher
 */
record Assignment(
        UUID id,
        UUID incidentId,
        UUID unitId,
        String callSign,
        AssignmentStatus status,
        String assignedBy,
        Instant assignedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant enRouteAt,
        @Nullable Instant onSceneAt,
        @Nullable Instant clearedAt,
        @Nullable Instant releasedAt) {

    static Assignment of(UUID id, Incident incident, Unit unit, String by, Instant at) {
        return new Assignment(
                id,
                incident.id(),
                unit.id(),
                unit.callSign(),
                AssignmentStatus.ASSIGNED,
                by,
                at,
                null,
                null,
                null,
                null,
                null);
    }

    boolean isActive() {
        return releasedAt == null;
    }

    /**
     * @param at when the unit did that step; not before its previous one
     */
    Assignment progress(ProgressStatus next, Instant at) {
        boolean legal = status.leadsTo(next) && (isActive() || next == ProgressStatus.CLEARED);
        if (!legal) {
            throw DispatchProblem.ILLEGAL_TRANSITION.because("the assignment of %s is %s%s and cannot become %s"
                    .formatted(callSign, status, isActive() ? "" : " and released", next));
        }
        if (at.isBefore(lastStepAt())) {
            throw CommonProblem.invalid("at", "must not lie before the assignment's previous step");
        }
        return switch (next) {
            case ACKNOWLEDGED -> with(AssignmentStatus.ACKNOWLEDGED, at, enRouteAt, onSceneAt, clearedAt, releasedAt);
            case EN_ROUTE -> with(AssignmentStatus.EN_ROUTE, acknowledgedAt, at, onSceneAt, clearedAt, releasedAt);
            case ON_SCENE -> with(AssignmentStatus.ON_SCENE, acknowledgedAt, enRouteAt, at, clearedAt, releasedAt);
            case CLEARED ->
                with(AssignmentStatus.CLEARED, acknowledgedAt, enRouteAt, onSceneAt, at, isActive() ? at : releasedAt);
        };
    }

    /** Frees the unit because the incident has its outcome. */
    Assignment release(Instant at) {
        return with(status, acknowledgedAt, enRouteAt, onSceneAt, clearedAt, at);
    }

    private Instant lastStepAt() {
        return Stream.of(assignedAt, acknowledgedAt, enRouteAt, onSceneAt)
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElse(assignedAt);
    }

    private Assignment with(
            AssignmentStatus next,
            @Nullable Instant acknowledged,
            @Nullable Instant enRoute,
            @Nullable Instant onScene,
            @Nullable Instant cleared,
            @Nullable Instant released) {
        return new Assignment(
                id,
                incidentId,
                unitId,
                callSign,
                next,
                assignedBy,
                assignedAt,
                acknowledged,
                enRoute,
                onScene,
                cleared,
                released);
    }
}
