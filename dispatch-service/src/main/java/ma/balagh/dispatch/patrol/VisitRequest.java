package ma.balagh.dispatch.patrol;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit that is wanted. The solver gives it one of its slots, or none. Each slot lies within the unit's working hours and
 * territory already, so that only visits among one another can break a rule.
 */
@PlanningEntity
public class VisitRequest {

    private static final String SLOTS = "slots";

    @PlanningId
    private Long number = 0L;

    private UUID id;
    private SpotDemand spot;
    private TravelTable travel;

    @ValueRangeProvider(id = SLOTS)
    private List<VisitSlot> slots = List.of();

    @PlanningVariable(valueRangeProviderRefs = SLOTS, allowsUnassigned = true)
    private @Nullable VisitSlot slot;

    /** What it had before a repair. */
    private @Nullable VisitSlot before;

    @PlanningPin
    private boolean pinned;

    /** For the solver, which makes copies. */
    @SuppressWarnings("NullAway.Init") // it copies all fields
    public VisitRequest() {}

    private VisitRequest(long number, UUID id, SpotDemand spot, TravelTable travel) {
        this.number = number;
        this.id = id;
        this.spot = spot;
        this.travel = travel;
    }

    static VisitRequest of(long number, UUID id, SpotDemand spot, TravelTable travel, List<VisitSlot> slots) {
        var request = new VisitRequest(number, id, spot, travel);
        request.slots = List.copyOf(slots);
        return request;
    }

    /** One that keeps its slot where nothing is better. */
    static VisitRequest planned(
            long number, UUID id, SpotDemand spot, TravelTable travel, VisitSlot present, List<VisitSlot> others) {
        var request = new VisitRequest(number, id, spot, travel);
        var all = new ArrayList<VisitSlot>();
        all.add(present);
        all.addAll(others);
        request.slots = all.stream().distinct().toList();
        request.slot = present;
        request.before = present;
        return request;
    }

    /** One that others have to respect: it runs, is over, or is about to begin. */
    static VisitRequest fixed(long number, UUID id, SpotDemand spot, TravelTable travel, VisitSlot present) {
        var request = planned(number, id, spot, travel, present, List.of());
        request.pinned = true;
        return request;
    }

    /** The same visit with that slot, for good. */
    static VisitRequest fixedAt(VisitRequest visit, VisitSlot slot) {
        return fixed(visit.number, visit.id, visit.spot, visit.travel, slot);
    }

    UUID id() {
        return id;
    }

    SpotDemand spot() {
        return spot;
    }

    String district() {
        return spot.district();
    }

    @Nullable
    VisitSlot slot() {
        return slot;
    }

    boolean isPlanned() {
        return slot != null;
    }

    /** Whether nothing may change it. */
    boolean isFixed() {
        return pinned;
    }

    /** Nobody makes it: the search ended before it found who could. */
    void release() {
        slot = null;
    }

    boolean isMoved() {
        return before != null && !before.equals(slot);
    }

    /** Gets what it had before a repair. */
    void goBack() {
        slot = before;
    }

    /** The same visit with what it had before a repair. */
    VisitRequest asBefore() {
        var same = new VisitRequest(number, id, spot, travel);
        same.slot = before;
        return same;
    }

    /** Of a planned one. */
    VisitSlot planned() {
        if (slot == null) {
            throw new IllegalStateException("nobody makes this visit");
        }
        return slot;
    }

    RosteredUnit unit() {
        return planned().unit();
    }

    long from() {
        return planned().from();
    }

    /** Seconds that its unit needs from an earlier visit. */
    long travelFrom(VisitRequest earlier) {
        return travel.seconds(unit().kind(), earlier.spot.number(), spot.number());
    }

    /** Seconds that its unit needs from where it sets out; 0 where that is unknown. */
    long travelFromStart() {
        return travel.secondsFromStart(unit().number(), spot.number());
    }

    /** Whether two visits that are made break a rule together. */
    boolean conflictsWith(VisitRequest other) {
        return isPlanned()
                && other.isPlanned()
                && (unit().equals(other.unit()) && lack(this, other) > 0
                        || spot.equals(other.spot) && closeness(this, other) > 0);
    }

    /**
     * How many seconds two visits of one unit lack, with the way and the break between them; 0 where they go together,
     * or where neither can be changed any more: a way may take longer now than when it was approved.
     */
    static long overlap(VisitRequest one, VisitRequest other) {
        return one.pinned && other.pinned ? 0 : lack(one, other);
    }

    private static long lack(VisitRequest one, VisitRequest other) {
        var first = one.from() <= other.from() ? one : other;
        var second = first == one ? other : one;
        long needed = second.travelFrom(first)
                + first.unit().breakBetween(first.planned().to(), second.from());
        return Math.max(0, first.planned().to() + needed - second.from());
    }

    /** How many seconds two visits of one place are too close together; 0 where neither can be changed any more. */
    static long crowding(VisitRequest one, VisitRequest other) {
        return one.pinned && other.pinned ? 0 : closeness(one, other);
    }

    private static long closeness(VisitRequest one, VisitRequest other) {
        var first = one.from() <= other.from() ? one : other;
        var second = first == one ? other : one;
        return Math.max(0, first.planned().to() + first.spot.spacing() - second.from());
    }

    /** For the solver. */
    public Long getNumber() {
        return number;
    }

    /** For the solver. */
    public void setNumber(Long number) {
        this.number = number;
    }

    /** For the solver. */
    public List<VisitSlot> getSlots() {
        return slots;
    }

    /** For the solver. */
    public void setSlots(List<VisitSlot> slots) {
        this.slots = slots;
    }

    /** For the solver. */
    public @Nullable VisitSlot getSlot() {
        return slot;
    }

    /** For the solver. */
    public void setSlot(@Nullable VisitSlot slot) {
        this.slot = slot;
    }

    /** For the solver. */
    public boolean isPinned() {
        return pinned;
    }

    /** For the solver. */
    public void setPinned(boolean pinned) {
        this.pinned = pinned;
    }
}
