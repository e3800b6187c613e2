package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.escalation.EscalationResponse;
import ma.balagh.portal.escalation.StageClockResponse;
import ma.balagh.portal.fact.IncidentFactsResponse;
import ma.balagh.portal.fact.MarkedMomentResponse;
import ma.balagh.portal.referral.OutcomeStatementResponse;
import ma.balagh.portal.referral.RightsResponse;
import org.jspecify.annotations.Nullable;

/**
 * The operational side of a presumed offence.
 *
 * @param severity 1 (minor) to 4 (life in danger)
 * @param runCard which units it needs; nothing once it is over
 * @param shortfall what of the run card cannot be sent now
 * @param assignments in the order in which units were sent
 * @param planned busy units that are to come when they are free
 * @param timeline in the order in which things happened
 * @param outcomeStatements the outcome as it was told, and each correction; the last one holds
 * @param missingRights how many duties towards arrested people are missing
 * @param verdictWithdrawnAt when the verdict behind it was withdrawn; nothing while it stands
 * @param facts what happened; nothing where the verdict did not tell
 * @param still the moment that shows it best; nothing where none is marked
 * @param clocks what it waits for, the most urgent first
 */
@TemplateData
public record IncidentResponse(
        UUID id,
        UUID dossierId,
        String jurisdiction,
        int severity,
        @Nullable IncidentTypeCode type,
        int alarmLevel,
        @Nullable PriorityResponse priority,
        @Nullable State state,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        Instant openedAt,
        @Nullable RunCardCoverageResponse runCard,
        List<RunCardCoverageResponse.Shortfall> shortfall,
        List<AssignmentResponse> assignments,
        List<PlannedUnitResponse> planned,
        List<Related> related,
        List<Entry> timeline,
        @Nullable Outcome outcome,
        List<OutcomeStatementResponse> outcomeStatements,
        int missingRights,
        @Nullable Referral referral,
        @Nullable Instant assistanceAskedAt,
        @Nullable Instant verdictWithdrawnAt,
        @Nullable IncidentFactsResponse facts,
        @Nullable MarkedMomentResponse still,
        List<StageClockResponse> clocks) {

    /** How far an incident is. */
    public enum State {
        OPEN,
        ASSIGNED,
        EN_ROUTE,
        ON_SCENE,
        RESOLVED,
        REFERRED,
        CANCELLED;

        boolean isEnd() {
            return this == RESOLVED || this == REFERRED || this == CANCELLED;
        }
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
        STOOD_DOWN,
        ASSISTANCE_ASKED,
        RESOLVED,
        REOPENED,
        REFERRED,
        VERDICT_WITHDRAWN,
        VERDICT_REACHED_AGAIN,
        CANCELLED,
        CLASSIFIED,
        OUTCOME_CORRECTED,
        COURT_DECIDED,
        RIGHTS_TOLD,
        ESCALATED,
        PLANNED,
        PLAN_ENDED
    }

    /**
     * One thing that happened.
     *
     * @param recordedAt when it was told, where that was clearly later; nothing otherwise
     */
    @TemplateData
    public record Entry(
            @Nullable EntryKind kind,
            Instant at,
            @Nullable Instant recordedAt,
            String by,
            @Nullable String callSign,
            @Nullable String note,
            @Nullable EscalationResponse escalation,
            @Nullable RightsTold rights) {}

    /**
     * What was told of an arrested person.
     *
     * @param minor nothing where it is about a duty
     * @param duty nothing where it is about the person
     */
    @TemplateData
    public record RightsTold(
            int person,
            @Nullable Boolean minor,
            RightsResponse.@Nullable Duty duty,
            @Nullable Boolean done) {

        public boolean isMinor() {
            return Boolean.TRUE.equals(minor);
        }

        public boolean isUndone() {
            return Boolean.FALSE.equals(done);
        }
    }

    /** How it ended. */
    @TemplateData
    public record Outcome(
            @Nullable OutcomeKind kind,
            int persons,
            @Nullable String note,
            Instant at,
            String by) {

        /** The number of persons that a correction begins with: of those who are at large it may not be known, 0. */
        public int personsToCorrect() {
            return kind == OutcomeKind.IDENTIFIED_AT_LARGE ? persons : Math.max(persons, 1);
        }
    }

    /** The presentation to a prosecutor. */
    @TemplateData
    public record Referral(String court, String reference, Instant at) {}

    /** What belongs to the outcome as it is now. */
    public OutcomeStatementResponse.Details outcomeDetails() {
        return outcomeStatements.isEmpty()
                ? OutcomeStatementResponse.Details.NONE
                : outcomeStatements.getLast().details();
    }

    /** Whether what was reported is of the past: a unit has been there, or it is over. */
    public boolean wasReached() {
        return state != null && state.isEnd()
                || assignments.stream().anyMatch(assignment -> assignment.onSceneAt() != null);
    }

    /** Whether somebody can have been arrested: a unit has been on the scene. */
    public boolean mayHaveArrests() {
        return state != State.CANCELLED && assignments.stream().anyMatch(assignment -> assignment.onSceneAt() != null);
    }

    /**
     * Another incident that is near in place and time.
     *
     * @param secondsApart how long after this one it happened; negative for before
     */
    @TemplateData
    public record Related(
            UUID id,
            @Nullable State state,
            int severity,
            @Nullable String place,
            double distanceMeters,
            double secondsApart) {

        public double apart() {
            return Math.abs(secondsApart);
        }

        /** Where the distance would be told as none. */
        public boolean isSamePlace() {
            return distanceMeters <= 50;
        }

        public boolean isSameTime() {
            return apart() < 1;
        }
    }

    /** The units that are on it now. */
    public List<AssignmentResponse> active() {
        return assignments.stream().filter(AssignmentResponse::active).toList();
    }

    /** How the viewer's own unit was called back last, for a field unit, which is told of itself alone; nothing where it was not. */
    public @Nullable Entry callBack() {
        return timeline.stream()
                .filter(entry -> entry.kind() == EntryKind.STOOD_DOWN)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** The unit that is on it now, where only one can be: what a field unit sees. */
    public @Nullable AssignmentResponse own() {
        return active().stream().findFirst().orElse(null);
    }

    /** Whether a unit is still on it although there is nothing to go to any more. */
    public boolean isLeftWithoutVerdict() {
        return verdictWithdrawnAt != null && outcome == null && !active().isEmpty();
    }

    /** Whether units can be sent. */
    public boolean isUnderWay() {
        return outcome == null && state != State.CANCELLED && verdictWithdrawnAt == null;
    }

    /** Whether units can be sent, and one is wanted still. */
    public boolean needsUnits() {
        return isUnderWay()
                && (isWaiting()
                        || runCard != null && runCard.requirements().stream().anyMatch(slot -> !slot.isFilled()));
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

    /** Whether the public may be told of it: it has its outcome, and the verdict behind it stands. */
    public boolean isTellable() {
        return outcome != null && verdictWithdrawnAt == null;
    }

    public boolean isReferable() {
        return state == State.RESOLVED
                && outcome != null
                && outcome.kind() != null
                && outcome.kind().isSomebodyKnown();
    }
}
