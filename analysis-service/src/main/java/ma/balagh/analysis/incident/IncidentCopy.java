package ma.balagh.analysis.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.dispatch.OutcomeKind;
import org.jspecify.annotations.Nullable;

/**
 * An incident, as far as dispatch has published it.
 *
 * @param severity 1 (minor) to 4 (life in danger); null until the opening itself is told
 * @param assignments the units that were sent, in the order in which they were
 * @param persons how many were arrested or identified
 * @param court the court that the case was presented to
 */
public record IncidentCopy(
        UUID id,
        State state,
        @Nullable Integer severity,
        @Nullable Instant openedAt,
        List<Assignment> assignments,
        @Nullable OutcomeKind outcome,
        @Nullable Integer persons,
        @Nullable Instant resolvedAt,
        @Nullable String court,
        @Nullable String courtReference,
        @Nullable Instant referredAt) {

    public IncidentCopy {
        assignments = List.copyOf(assignments);
    }

    /** How far the incident has come. */
    public enum State {
        OPEN,
        ASSIGNED,
        EN_ROUTE,
        ON_SCENE,
        RESOLVED,
        REFERRED,
        /** It ended without an outcome, because the verdict behind it was withdrawn. */
        CANCELLED;

        /**
         * What is told last of an incident counts, whatever its units did. Before that it is as far as the foremost unit that
         * is on it.
         *
         * @param reopenedAt when its outcome was taken back, which had released all units that were sent before
         */
        static State of(
                boolean referred,
                boolean resolved,
                boolean cancelled,
                @Nullable Instant reopenedAt,
                List<Assignment> assignments) {
            if (referred) {
                return REFERRED;
            }
            if (resolved) {
                return RESOLVED;
            }
            if (cancelled) {
                return CANCELLED;
            }
            return assignments.stream()
                    .filter(assignment -> assignment.isActive(reopenedAt))
                    .map(Assignment::reached)
                    .max(Comparator.naturalOrder())
                    .orElse(OPEN);
        }
    }

    /** A unit that was sent, and when it reported what. */
    public record Assignment(
            UUID id,
            UUID unitId,
            @Nullable String callSign,
            @Nullable Instant assignedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant enRouteAt,
            @Nullable Instant onSceneAt,
            @Nullable Instant clearedAt,
            @Nullable Instant stoodDownAt) {

        boolean isActive(@Nullable Instant reopenedAt) {
            boolean releasedByOutcome = reopenedAt != null && assignedAt != null && assignedAt.isBefore(reopenedAt);
            return clearedAt == null && stoodDownAt == null && !releasedByOutcome;
        }

        State reached() {
            if (onSceneAt != null) {
                return State.ON_SCENE;
            }
            return enRouteAt != null ? State.EN_ROUTE : State.ASSIGNED;
        }
    }
}
