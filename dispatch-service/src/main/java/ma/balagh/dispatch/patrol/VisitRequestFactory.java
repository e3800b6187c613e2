package ma.balagh.dispatch.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.road.TravelTimes;

/** Turns a plan as it is into visits for the solver: all of them, or those that a repair is about. */
final class VisitRequestFactory {

    /** Visits that were over for so long have nothing to do with those to come. */
    private static final Duration PAST = Duration.ofHours(1);

    private final PatrolConfig config;
    private final TravelTimes times;

    VisitRequestFactory(PatrolConfig config, TravelTimes times) {
        this.config = config;
        this.times = times;
    }

    /** What all visits of one plan are made from. */
    private record Setting(
            PlanInputs inputs,
            UUID planId,
            List<SpotDemand> spots,
            List<RosteredUnit> units,
            Map<UUID, RosteredUnit> unitsById,
            TravelTable travel,
            SlotGenerator random,
            long earliest,
            List<VisitRequest> requests) {

        SpotDemand spot(PatrolVisit visit) {
            return spots.get(visit.spot());
        }

        List<VisitSlot> draw(PatrolVisit visit) {
            return random.slots(spot(visit), visit.minutes(), units, travel, earliest);
        }

        void add(VisitRequest request) {
            requests.add(request);
        }

        long next() {
            return requests.size();
        }

        /** The slot that a kept visit has. */
        VisitSlot present(PatrolVisit visit) {
            var unit = unitsById.get(visit.unitId());
            var start = visit.startAt();
            var end = visit.endAt();
            if (unit == null || start == null || end == null) {
                throw new IllegalStateException("a planned visit has a unit of its plan");
            }
            return new VisitSlot(unit, start.getEpochSecond(), end.getEpochSecond());
        }
    }

    RequestedVisits all(UUID planId, PlanInputs inputs) {
        var setting = setting(planId, inputs, inputs.seed(), inputs.now());
        var fresh = new ArrayList<PatrolVisit>();
        for (var spot : setting.spots()) {
            for (int visit = 0; visit < spot.visits(); visit++) {
                fresh.add(wanted(planId, spot.number(), setting.random()));
            }
        }
        fresh.forEach(visit -> ask(visit, setting));
        return new RequestedVisits(setting.requests(), fresh, List.of());
    }

    private PatrolVisit wanted(UUID planId, int spot, SlotGenerator random) {
        return PatrolVisit.want(
                IdGenerator.next(), planId, spot, random.minutes(config.leastMinutes(), config.mostMinutes()));
    }

    private static void ask(PatrolVisit visit, Setting setting) {
        setting.add(VisitRequest.of(
                setting.next(), visit.id(), setting.spot(visit), setting.travel(), setting.draw(visit)));
    }

    /** Whether a unit is away that has visits soon, or visits are open that another one could make. */
    boolean needsRepair(PlanInputs inputs) {
        return inputs.visits().stream().anyMatch(visit -> isOpen(visit, inputs) || isLost(visit, inputs));
    }

    /** Made by no unit, with time for it left in its place's hours. */
    private boolean isOpen(PatrolVisit visit, PlanInputs inputs) {
        var earliestEnd = inputs.now().plus(config.notice()).plus(visit.length());
        return visit.state() == VisitState.UNASSIGNED
                && !inputs.spots().get(visit.spot()).toAt().isBefore(earliestEnd);
    }

    /** Running or soon, of a unit that is away. */
    private boolean isLost(PatrolVisit visit, PlanInputs inputs) {
        var start = visit.startAt();
        var end = visit.endAt();
        return visit.state() == VisitState.PLANNED
                && inputs.away().contains(visit.unitId())
                && start != null
                && end != null
                && end.isAfter(inputs.now())
                && start.isBefore(inputs.now().plus(config.away()));
    }

    RequestedVisits repair(UUID planId, PlanInputs inputs) {
        // Other times than before; the history says when a repair was, so that its draw can be audited, too.
        long seed = inputs.seed() ^ inputs.now().toEpochMilli();
        var setting = setting(planId, inputs, seed, inputs.now().plus(config.notice()));
        var fresh = new ArrayList<PatrolVisit>();
        var interrupted = new ArrayList<UUID>();
        for (var visit : inputs.visits()) {
            if (isLost(visit, inputs) && visit.isMadeBy(unitOf(visit), inputs.now())) {
                interrupted.add(visit.id());
                fresh.add(wanted(planId, visit.spot(), setting.random()));
            } else {
                askAgain(visit, setting);
            }
        }
        fresh.forEach(visit -> ask(visit, setting));
        return new RequestedVisits(setting.requests(), fresh, interrupted);
    }

    private static UUID unitOf(PatrolVisit visit) {
        var unit = visit.unitId();
        if (unit == null) {
            throw new IllegalStateException("a planned visit has a unit");
        }
        return unit;
    }

    private void askAgain(PatrolVisit visit, Setting setting) {
        var inputs = setting.inputs();
        var start = visit.startAt();
        var end = visit.endAt();
        if (start == null || end == null) {
            ask(visit, setting);
        } else if (visit.state() == VisitState.PLANNED
                && end.isAfter(inputs.now().minus(PAST))) {
            askPlanned(visit, start, setting);
        }
    }

    private void askPlanned(PatrolVisit visit, Instant start, Setting setting) {
        var spot = setting.spot(visit);
        var present = setting.present(visit);
        if (isLost(visit, setting.inputs())) {
            var slots = new ArrayList<>(
                    setting.random().slotsAt(present, spot, setting.units(), setting.travel(), setting.earliest()));
            slots.addAll(setting.draw(visit));
            setting.add(VisitRequest.of(setting.next(), visit.id(), spot, setting.travel(), slots));
        } else if (start.getEpochSecond() < setting.earliest()) {
            setting.add(VisitRequest.fixed(setting.next(), visit.id(), spot, setting.travel(), present));
        } else {
            setting.add(VisitRequest.planned(
                    setting.next(), visit.id(), spot, setting.travel(), present, setting.draw(visit)));
        }
    }

    private Setting setting(UUID planId, PlanInputs inputs, long seed, Instant earliest) {
        var spots = IntStream.range(0, inputs.spots().size())
                .mapToObj(number -> inputs.spots().get(number).demand(number, config))
                .toList();
        var units = IntStream.range(0, inputs.units().size())
                .mapToObj(number -> rostered(number, inputs))
                .toList();
        var byId = new HashMap<UUID, RosteredUnit>();
        units.forEach(unit -> byId.put(unit.id(), unit));
        var travel = TravelTable.of(units, spots.stream().map(SpotDemand::place).toList(), times, config.reserve());
        return new Setting(
                inputs,
                planId,
                spots,
                units,
                byId,
                travel,
                new SlotGenerator(seed, config.draws()),
                earliest.getEpochSecond(),
                new ArrayList<>());
    }

    private RosteredUnit rostered(int number, PlanInputs inputs) {
        var unit = inputs.units().get(number);
        var free = inputs.away().contains(unit.unitId()) ? inputs.now().plus(config.away()) : inputs.now();
        return unit.rostered(number, inputs.starts().get(unit.unitId()), free);
    }
}
