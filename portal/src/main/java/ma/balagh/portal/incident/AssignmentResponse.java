package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One unit sent to one incident.
 *
 * @param unitJurisdiction that the unit was of when it was sent; nothing where that is unknown
 * @param active whether the unit is still on it
 */
@TemplateData
public record AssignmentResponse(
        UUID id,
        UUID incidentId,
        UUID unitId,
        String callSign,
        @Nullable String unitJurisdiction,
        RunCardCoverageResponse.@Nullable Role role,
        @Nullable Status status,
        boolean active,
        String assignedBy,
        Instant assignedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant enRouteAt,
        @Nullable Instant onSceneAt,
        @Nullable Instant clearedAt) {

    /** How far an assignment is. */
    public enum Status {
        ASSIGNED,
        ACKNOWLEDGED,
        EN_ROUTE,
        ON_SCENE,
        CLEARED,
        STOOD_DOWN
    }

    /** What a unit goes through, from first to last. */
    public List<Status> steps() {
        return List.of(Status.ASSIGNED, Status.ACKNOWLEDGED, Status.EN_ROUTE, Status.ON_SCENE, Status.CLEARED);
    }

    /** Whether the unit has not said yet that it knows. */
    public boolean isNew() {
        return status == Status.ASSIGNED;
    }

    /** What is before it. */
    public List<Status> remaining() {
        return status == Status.STOOD_DOWN
                ? List.of()
                : steps().stream()
                        .filter(step -> step.compareTo(status == null ? Status.CLEARED : status) > 0)
                        .toList();
    }

    /** Whether the unit has gone beyond that step. */
    public boolean isPast(Status step) {
        return status != null && step.compareTo(status) < 0;
    }

    /** The step that ends it, at any time. */
    public Status last() {
        return Status.CLEARED;
    }

    /** The step that comes next, nothing after the last. */
    public @Nullable Status next() {
        if (status == null) {
            return null;
        }
        return switch (status) {
            case ASSIGNED -> Status.ACKNOWLEDGED;
            case ACKNOWLEDGED -> Status.EN_ROUTE;
            case EN_ROUTE -> Status.ON_SCENE;
            case ON_SCENE -> Status.CLEARED;
            case CLEARED, STOOD_DOWN -> null;
        };
    }
}
