package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan as dispatch answers it. */
@TemplateData
public record PatrolPlanResponse(
        UUID id,
        String jurisdiction,
        Instant from,
        Instant to,
        @Nullable PatrolPlanStateCode state,
        long seed,
        Instant madeAt,
        String madeBy,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        int repairs,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawalReason,
        @Nullable Score score,
        List<Spot> spots,
        List<PatrolUnit> units,
        List<Visit> visits,
        List<Entry> history) {

    /** What the plan is worth. */
    @TemplateData
    public record Score(long hard, long medium, long soft) {}

    /**
     * A place.
     *
     * @param weight of a black spot, the incidents that are expected in 30 days
     * @param reason why it is secured by hand; nothing where nobody said it
     */
    @TemplateData
    public record Spot(
            int number,
            @Nullable String name,
            String jurisdiction,
            String cell,
            double latitude,
            double longitude,
            double weight,
            boolean secured,
            @Nullable String reason,
            Instant from,
            Instant to,
            int wanted,
            int planned) {

        public boolean isLacking() {
            return planned < wanted;
        }
    }

    /** A unit, and when it works. */
    @TemplateData
    public record PatrolUnit(
            UUID id,
            String callSign,
            String kind,
            Instant from,
            Instant to,
            @Nullable Instant breakFrom,
            @Nullable Instant breakTo) {}

    /** A part of the plan in which no unit is on duty. */
    @TemplateData
    public record UncoveredHours(Instant from, Instant to) {}

    /** What becomes of a visit. */
    public enum VisitState {
        PLANNED,
        INTERRUPTED,
        UNASSIGNED,
        WITHDRAWN
    }

    /** What a visit adds to the score, or takes from it. */
    @TemplateData
    public record Reason(@Nullable PlanConstraintCode code, long amount) {

        public boolean isCost() {
            return amount < 0;
        }

        /** Without the sign. */
        public int points() {
            return Math.toIntExact(Math.abs(amount));
        }
    }

    /** A visit. */
    @TemplateData
    public record Visit(
            UUID id,
            int spot,
            @Nullable String spotName,
            @Nullable VisitState state,
            int minutes,
            @Nullable UUID unitId,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable Integer travelSeconds,
            List<Reason> why,
            @Nullable Integer presentSeconds) {

        private static final double MINUTE = 60;

        public boolean isInterrupted() {
            return state == VisitState.INTERRUPTED;
        }

        /** Of the way to it. */
        public long travelMinutes() {
            return travelSeconds == null ? 0 : Math.round(travelSeconds / MINUTE);
        }

        public long presentMinutes() {
            return presentSeconds == null ? 0 : Math.round(presentSeconds / MINUTE);
        }
    }

    /** What happened to a plan. */
    public enum EntryKind {
        MADE,
        PROPOSED,
        FAILED,
        APPROVED,
        REPAIRED,
        WITHDRAWN
    }

    /** One thing that happened. */
    @TemplateData
    public record Entry(
            @Nullable EntryKind kind, Instant at, @Nullable String by, int changed) {}

    public boolean isSolving() {
        return state == PatrolPlanStateCode.SOLVING;
    }

    public boolean isProposed() {
        return state == PatrolPlanStateCode.PROPOSED;
    }

    public boolean isApproved() {
        return state == PatrolPlanStateCode.APPROVED;
    }

    /** Whether units go by it, or may do so: until it is over. */
    public boolean isWithdrawable(Instant now) {
        return (isProposed() || isApproved()) && to.isAfter(now);
    }

    /** What that unit is to do, by time. */
    public List<Visit> visitsOf(UUID unit) {
        return visits.stream().filter(visit -> unit.equals(visit.unitId())).toList();
    }

    /** The places that units go to, the most visits first. */
    public List<Spot> visited() {
        return spots.stream()
                .filter(spot -> spot.planned() > 0)
                .sorted(Comparator.comparingInt(Spot::planned).reversed().thenComparingInt(Spot::number))
                .toList();
    }

    /** Those that go to the place. */
    public List<PatrolUnit> unitsAt(Spot spot) {
        return units.stream()
                .filter(unit -> visitsOf(unit.id()).stream().anyMatch(visit -> visit.spot() == spot.number()))
                .toList();
    }

    /** When no unit of the plan is on duty, by time. Breaks do not count: who has one is there. */
    public List<UncoveredHours> uncovered() {
        var all = new ArrayList<UncoveredHours>();
        Instant covered = from;
        for (PatrolUnit unit :
                units.stream().sorted(Comparator.comparing(PatrolUnit::from)).toList()) {
            add(all, covered, unit.from().isBefore(to) ? unit.from() : to);
            covered = unit.to().isAfter(covered) ? unit.to() : covered;
        }
        add(all, covered, to);
        return all;
    }

    private static void add(List<UncoveredHours> all, Instant from, Instant to) {
        if (from.isBefore(to)) {
            all.add(new UncoveredHours(from, to));
        }
    }

    /** Visits that no unit can make. */
    public long unassigned() {
        return visits.stream()
                .filter(visit -> visit.state() == VisitState.UNASSIGNED)
                .count();
    }

    /** Whether it has visits that no unit can make. */
    public boolean isShortOfUnits() {
        return unassigned() > 0;
    }

    /** The place of a visit. */
    public Spot spotOf(Visit visit) {
        return spots.get(visit.spot());
    }
}
