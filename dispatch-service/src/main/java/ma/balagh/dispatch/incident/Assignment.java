package ma.balagh.dispatch.incident;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/**
 * One unit sent to one incident. It is active until it is released: by {@link ProgressStatus#CLEARED}, or by the
 * incident's outcome, after which the unit may still say that it cleared the scene.
 */
@Entity
class Assignment {

    @Id
    private UUID id;

    private UUID incidentId;
    private UUID unitId;
    private String callSign;

    @Enumerated(EnumType.STRING)
    private AssignmentStatus status;

    private String assignedBy;
    private Instant assignedAt;
    private @Nullable Instant acknowledgedAt;
    private @Nullable Instant enRouteAt;
    private @Nullable Instant onSceneAt;
    private @Nullable Instant clearedAt;
    private @Nullable Instant releasedAt;

    protected Assignment() {}

    static Assignment of(UUID id, Incident incident, Unit unit, String by, Instant at) {
        var assignment = new Assignment();
        assignment.id = id;
        assignment.incidentId = incident.id();
        assignment.unitId = unit.id();
        assignment.callSign = unit.callSign();
        assignment.status = AssignmentStatus.ASSIGNED;
        assignment.assignedBy = by;
        assignment.assignedAt = at;
        return assignment;
    }

    boolean isActive() {
        return releasedAt == null;
    }

    /**
     * @param at when the unit did that step; not before its previous one
     */
    void progress(ProgressStatus next, Instant at) {
        boolean legal = status.leadsTo(next) && (isActive() || next == ProgressStatus.CLEARED);
        if (!legal) {
            throw DispatchProblem.ILLEGAL_TRANSITION.because("the assignment of %s is %s%s and cannot become %s"
                    .formatted(callSign, status, isActive() ? "" : " and released", next));
        }
        if (at.isBefore(lastStepAt())) {
            throw CommonProblem.invalid(Violation.tooEarly("at", "must not lie before the assignment's previous step"));
        }
        switch (next) {
            case ACKNOWLEDGED -> {
                status = AssignmentStatus.ACKNOWLEDGED;
                acknowledgedAt = at;
            }
            case EN_ROUTE -> {
                status = AssignmentStatus.EN_ROUTE;
                enRouteAt = at;
            }
            case ON_SCENE -> {
                status = AssignmentStatus.ON_SCENE;
                onSceneAt = at;
            }
            case CLEARED -> {
                status = AssignmentStatus.CLEARED;
                clearedAt = at;
                releasedAt = isActive() ? at : releasedAt;
            }
        }
    }

    /** Frees the unit because the incident has its outcome. */
    void release(Instant at) {
        releasedAt = at;
    }

    private Instant lastStepAt() {
        return Stream.of(assignedAt, acknowledgedAt, enRouteAt, onSceneAt)
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElse(assignedAt);
    }

    UUID id() {
        return id;
    }

    UUID incidentId() {
        return incidentId;
    }

    UUID unitId() {
        return unitId;
    }

    /** The unit's call sign when it was sent. */
    String callSign() {
        return callSign;
    }

    AssignmentStatus status() {
        return status;
    }

    /** User name of the dispatcher. */
    String assignedBy() {
        return assignedBy;
    }

    Instant assignedAt() {
        return assignedAt;
    }

    @Nullable
    Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    @Nullable
    Instant enRouteAt() {
        return enRouteAt;
    }

    @Nullable
    Instant onSceneAt() {
        return onSceneAt;
    }

    @Nullable
    Instant clearedAt() {
        return clearedAt;
    }

    @Nullable
    Instant releasedAt() {
        return releasedAt;
    }
}
