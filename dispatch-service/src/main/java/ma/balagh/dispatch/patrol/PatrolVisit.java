package ma.balagh.dispatch.patrol;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One presence of a unit at a place of a plan. */
@Entity
public class PatrolVisit {

    @Id
    private UUID id;

    private UUID planId;
    private int spot;
    private int minutes;

    @Enumerated(EnumType.STRING)
    private VisitState state;

    private @Nullable UUID unitId;
    private @Nullable Instant startAt;
    private @Nullable Instant endAt;
    private @Nullable Integer travelSeconds;
    private List<String> why;
    private @Nullable Instant arrivedAt;
    private @Nullable Instant leftAt;
    private @Nullable Integer presentSeconds;
    private @Nullable Instant measuredAt;

    protected PatrolVisit() {}

    /** One that no unit makes yet. */
    static PatrolVisit want(UUID id, UUID planId, int spot, int minutes) {
        var visit = new PatrolVisit();
        visit.id = id;
        visit.planId = planId;
        visit.spot = spot;
        visit.minutes = minutes;
        visit.state = VisitState.UNASSIGNED;
        visit.why = List.of();
        return visit;
    }

    /** @param travelSeconds the way to it */
    void assign(VisitSlot slot, long travelSeconds, List<VisitReason> why) {
        state = VisitState.PLANNED;
        unitId = slot.unit().id();
        startAt = Instant.ofEpochSecond(slot.from());
        endAt = Instant.ofEpochSecond(slot.to());
        this.travelSeconds = (int) travelSeconds;
        this.why = why.stream().map(VisitReason::kept).toList();
    }

    void unassign() {
        state = VisitState.UNASSIGNED;
        unitId = null;
        startAt = null;
        endAt = null;
        travelSeconds = null;
        why = List.of();
    }

    /** Its plan is approved only now: nobody was asked for what is over by then. */
    void approve(Instant at) {
        if (endAt != null && !endAt.isAfter(at)) {
            unassign();
        }
    }

    /** The unit is called away; what it has been there until now counts. */
    void interrupt(Instant at) {
        state = VisitState.INTERRUPTED;
        endAt = at;
    }

    /**
     * Its plan is withdrawn. What is over stays as it was, and one that runs ends.
     *
     * @param gone whether units went by the plan until now
     */
    void withdraw(boolean gone, Instant at) {
        if (!gone || startAt == null || startAt.isAfter(at)) {
            state = VisitState.WITHDRAWN;
        } else if (isRunning(at)) {
            interrupt(at);
        }
    }

    boolean isWithdrawn() {
        return state == VisitState.WITHDRAWN;
    }

    /** How long the unit was there, by its positions; no more where it was not seen there. */
    void measure(VisitPresence presence, Instant at) {
        arrivedAt = presence.arrivedAt();
        leftAt = presence.leftAt();
        presentSeconds = (int) presence.seconds();
        measuredAt = at;
    }

    boolean isMadeBy(UUID unit, Instant at) {
        return unit.equals(unitId) && isRunning(at);
    }

    private boolean isRunning(Instant at) {
        return state == VisitState.PLANNED
                && startAt != null
                && endAt != null
                && !startAt.isAfter(at)
                && endAt.isAfter(at);
    }

    boolean has(VisitSlot slot) {
        return state == VisitState.PLANNED
                && slot.unit().id().equals(unitId)
                && Instant.ofEpochSecond(slot.from()).equals(startAt);
    }

    UUID id() {
        return id;
    }

    UUID planId() {
        return planId;
    }

    /** The number of its place in the plan. */
    int spot() {
        return spot;
    }

    int minutes() {
        return minutes;
    }

    Duration length() {
        return Duration.ofMinutes(minutes);
    }

    boolean isInterrupted() {
        return state == VisitState.INTERRUPTED;
    }

    /** What the place was to get of it: of an interrupted one the time until then, as another visit replaces it whole. */
    Duration due() {
        return isInterrupted() && startAt != null && endAt != null ? Duration.between(startAt, endAt) : length();
    }

    VisitState state() {
        return state;
    }

    /** Null for one that no unit makes. */
    @Nullable
    UUID unitId() {
        return unitId;
    }

    @Nullable
    Instant startAt() {
        return startAt;
    }

    @Nullable
    Instant endAt() {
        return endAt;
    }

    @Nullable
    Integer travelSeconds() {
        return travelSeconds;
    }

    List<VisitReason> why() {
        return VisitReason.of(why);
    }

    @Nullable
    Instant arrivedAt() {
        return arrivedAt;
    }

    @Nullable
    Instant leftAt() {
        return leftAt;
    }

    /** Null until it was measured. */
    @Nullable
    Integer presentSeconds() {
        return presentSeconds;
    }
}
