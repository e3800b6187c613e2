package ma.balagh.dispatch.incident;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/**
 * One unit sent to one incident. It is active until it is released: by {@link ProgressStatus#CLEARED}, by being stood
 * down, or by the incident's outcome, after which the unit may still say that it cleared the scene.
 */
@Entity
class Assignment {

    @Id
    private UUID id;

    private UUID incidentId;
    private UUID unitId;
    private String callSign;
    /** Of the unit; unknown where it was sent by an earlier release. */
    private @Nullable String unitJurisdiction;

    @Enumerated(EnumType.STRING)
    private AssignmentRole role;

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

    static Assignment of(UUID id, Incident incident, Unit unit, AssignmentRole role, String by, Instant at) {
        var assignment = new Assignment();
        assignment.id = id;
        assignment.incidentId = incident.id();
        assignment.unitId = unit.id();
        assignment.callSign = unit.callSign();
        assignment.unitJurisdiction = unit.jurisdiction();
        assignment.role = role;
        assignment.status = AssignmentStatus.ASSIGNED;
        assignment.assignedBy = by;
        assignment.assignedAt = at;
        return assignment;
    }

    boolean isActive() {
        return releasedAt == null;
    }

    /**
     * @param at when the unit did that step; also before an earlier one that somebody noted for it when they heard of it
     */
    void progress(ProgressStatus next, Instant at) {
        boolean legal = status.leadsTo(next) && (isActive() || next == ProgressStatus.CLEARED);
        if (!legal) {
            throw DispatchProblem.ILLEGAL_TRANSITION.because("the assignment of %s is %s%s and cannot become %s"
                    .formatted(callSign, status, isActive() ? "" : " and released", next));
        }
        requireSent(at);
        note(next, at);
        status = AssignmentStatus.valueOf(next.name());
        if (next == ProgressStatus.CLEARED && isActive()) {
            releasedAt = at;
        }
    }

    /**
     * Whether that is a step that the unit did before what is known of it already, or before it was released, and told late:
     * a phone had no network.
     *
     * @param at when the unit did that step; null when it does not say
     */
    boolean isLate(ProgressStatus step, @Nullable Instant at) {
        return at != null
                && timeOf(step) == null
                && Stream.of(firstAfter(step), Optional.ofNullable(releasedAt))
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo)
                        .filter(known -> !at.isAfter(known))
                        .isPresent();
    }

    /**
     * Records a step that the unit reports late. A unit that was released or called back remains released or called back.
     *
     * @param at when the unit did that step
     */
    void fillIn(ProgressStatus step, Instant at) {
        requireSent(at);
        note(step, at);
        var told = AssignmentStatus.valueOf(step.name());
        if (status.compareTo(told) < 0) {
            status = told;
        }
    }

    /**
     * When the unit did that step. A form knows the minute, so the one in which a step before it lies, or the assignment, is
     * that moment.
     *
     * @param told as somebody said it
     */
    Instant momentOf(ProgressStatus step, Instant told) {
        return Stream.concat(Stream.of(assignedAt), steps(0, step.ordinal()))
                .filter(before -> told.equals(before.truncatedTo(ChronoUnit.MINUTES)))
                .max(Instant::compareTo)
                .orElse(told);
    }

    /** 409 for a moment after the unit was released, 400 for one before it was sent. */
    void requireOnIt(Instant at) {
        requireSent(at);
        if (releasedAt != null && at.isAfter(releasedAt)) {
            throw DispatchProblem.ILLEGAL_TRANSITION.because("%s was on this assignment no more".formatted(callSign));
        }
    }

    /** 400 for a moment before one of the steps that come before that one. */
    void requireInOrder(ProgressStatus step, Instant at) {
        if (steps(0, step.ordinal()).anyMatch(at::isBefore)) {
            throw CommonProblem.invalid(Violation.tooEarly("at", "must not lie before the assignment's previous step"));
        }
    }

    private void requireSent(Instant at) {
        if (at.isBefore(assignedAt)) {
            throw CommonProblem.invalid(Violation.tooEarly("at", "must not lie before the unit was sent"));
        }
    }

    private void note(ProgressStatus step, Instant at) {
        switch (step) {
            case ACKNOWLEDGED -> acknowledgedAt = at;
            case EN_ROUTE -> enRouteAt = at;
            case ON_SCENE -> onSceneAt = at;
            case CLEARED -> clearedAt = at;
        }
    }

    private @Nullable Instant timeOf(ProgressStatus step) {
        return switch (step) {
            case ACKNOWLEDGED -> acknowledgedAt;
            case EN_ROUTE -> enRouteAt;
            case ON_SCENE -> onSceneAt;
            case CLEARED -> clearedAt;
        };
    }

    private Optional<Instant> firstAfter(ProgressStatus step) {
        return steps(step.ordinal() + 1, ProgressStatus.values().length).min(Instant::compareTo);
    }

    private Stream<Instant> steps(int from, int to) {
        return Arrays.stream(ProgressStatus.values(), from, to)
                .map(this::timeOf)
                .flatMap(Stream::ofNullable);
    }

    /** Frees the unit because the incident has its outcome. */
    void release(Instant at) {
        releasedAt = at;
    }

    /** Calls the unit back before it is done; 409 when it is on the assignment no more. */
    void standDown(Instant at) {
        if (!isActive()) {
            throw DispatchProblem.ILLEGAL_TRANSITION.because("%s is on this assignment no more".formatted(callSign));
        }
        status = AssignmentStatus.STOOD_DOWN;
        releasedAt = at;
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

    @Nullable
    String unitJurisdiction() {
        return unitJurisdiction;
    }

    AssignmentRole role() {
        return role;
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
