package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The operational side of a presumed offence.
 *
 * @param severity 1 (minor) to 4 (life in danger)
 * @param assignments in the order in which units were sent
 * @param timeline in the order in which things were told
 * @param verdictWithdrawnAt when the verdict behind it was withdrawn; nothing while it stands
 */
@TemplateData
public record IncidentResponse(
        UUID id,
        UUID dossierId,
        String jurisdiction,
        int severity,
        @Nullable State state,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        Instant openedAt,
        List<AssignmentResponse> assignments,
        List<Entry> timeline,
        @Nullable Outcome outcome,
        @Nullable Referral referral,
        @Nullable Instant verdictWithdrawnAt) {

    /** How far an incident is. */
    public enum State {
        OPEN,
        ASSIGNED,
        EN_ROUTE,
        ON_SCENE,
        RESOLVED,
        REFERRED,
        CANCELLED
    }

    /** How an incident can end. */
    public enum OutcomeKind {
        ARRESTED,
        IDENTIFIED_AT_LARGE,
        NOT_FOUND,
        NO_OFFENCE;

        boolean isSomebodyKnown() {
            return this == ARRESTED || this == IDENTIFIED_AT_LARGE;
        }
    }

    /** What can happen to an incident. */
    public enum EntryKind {
        OPENED,
        ASSIGNED,
        ACKNOWLEDGED,
        EN_ROUTE,
        ON_SCENE,
        CLEARED,
        RESOLVED,
        REFERRED,
        VERDICT_WITHDRAWN,
        VERDICT_REACHED_AGAIN,
        CANCELLED
    }

    /** One thing that happened. */
    @TemplateData
    public record Entry(
            @Nullable EntryKind kind,
            Instant at,
            String by,
            @Nullable String callSign,
            @Nullable String note) {}

    /** How it ended. */
    @TemplateData
    public record Outcome(
            @Nullable OutcomeKind kind,
            int persons,
            @Nullable String note,
            Instant at,
            String by) {}

    /** The presentation to a prosecutor. */
    @TemplateData
    public record Referral(String court, String reference, Instant at) {}

    /** The unit that is on it now. */
    public @Nullable AssignmentResponse active() {
        return assignments.stream()
                .filter(AssignmentResponse::active)
                .findFirst()
                .orElse(null);
    }

    /** Whether a unit is wanted. */
    public boolean isWaiting() {
        return state == State.OPEN && verdictWithdrawnAt == null;
    }

    /** Whether its outcome can be told: a unit has been on the scene. */
    public boolean isAttended() {
        return outcome == null
                && state != State.CANCELLED
                && assignments.stream().anyMatch(assignment -> assignment.onSceneAt() != null);
    }

    /** Whether it can be ended without an outcome. */
    public boolean isCancellable() {
        return state == State.OPEN && verdictWithdrawnAt != null;
    }

    public boolean isReferable() {
        return state == State.RESOLVED
                && outcome != null
                && outcome.kind() != null
                && outcome.kind().isSomebodyKnown();
    }
}
