package ma.balagh.dispatch.runcard;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.TravelStart;
import ma.balagh.dispatch.road.TravelTimes;
import ma.balagh.dispatch.unit.Position;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitFit;
import ma.balagh.dispatch.unit.UnitService;
import org.jspecify.annotations.Nullable;

/** Says which units of a run card cannot be sent, why, and who would be the first if they could. */
@ApplicationScoped
class ShortfallService {

    /** The nearest units are looked at first: mostly they suffice, and then nobody looks through all there are. */
    private static final int AROUND = 24;

    /** Of those that cannot be sent, so many by the crow's flight are timed by road. */
    private static final int TIMED = 16;

    private static final int NEAREST = 3;

    private final UnitService units;
    private final TravelTimes travelTimes;
    private final NextDoorService nextDoor;

    ShortfallService(UnitService units, TravelTimes travelTimes, NextDoorService nextDoor) {
        this.units = units;
        this.travelTimes = travelTimes;
        this.nextDoor = nextDoor;
    }

    List<UnitShortfall> of(IncidentNeed need, List<RunCardCoverage.Slot> slots) {
        if (slots.stream().allMatch(slot -> slot.open() == 0)) {
            return List.of();
        }
        var place = need.place();
        var around = units
                .around(
                        need.jurisdiction(),
                        place == null ? null : place.latitude(),
                        place == null ? null : place.longitude(),
                        UnitService.SEEN_LATELY,
                        AROUND)
                .stream()
                .filter(units::isReady)
                .toList();
        if (SlotMatcher.empty(places(slots, slot -> fitting(around, slot))).isEmpty()) {
            return List.of();
        }
        int wanted = slots.stream().mapToInt(RunCardCoverage.Slot::open).sum();
        var everywhere = places(
                slots,
                slot -> fitting(units.ready(slot.requirement().search(need), UnitService.SEEN_LATELY, wanted), slot));
        var empty = new HashSet<>(SlotMatcher.empty(everywhere));
        var shortfalls = new ArrayList<UnitShortfall>();
        int first = 0;
        for (var slot : slots) {
            int end = first + slot.open();
            int missing =
                    (int) IntStream.range(first, end).filter(empty::contains).count();
            if (missing > 0) {
                shortfalls.add(
                        shortfall(need, slot, missing, !everywhere.get(first).isEmpty()));
            }
            first = end;
        }
        return List.copyOf(shortfalls);
    }

    /** The units that fit each place that is open, those of one slot after those of the other. */
    private static List<Set<UUID>> places(
            List<RunCardCoverage.Slot> slots, Function<RunCardCoverage.Slot, Set<UUID>> fitting) {
        return slots.stream()
                .filter(slot -> slot.open() > 0)
                .flatMap(slot -> Collections.nCopies(slot.open(), fitting.apply(slot)).stream())
                .toList();
    }

    private static Set<UUID> fitting(List<Unit> ready, RunCardCoverage.Slot slot) {
        return ready.stream()
                .filter(slot.requirement()::fits)
                .map(Unit::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private UnitShortfall shortfall(IncidentNeed need, RunCardCoverage.Slot slot, int missing, boolean someAreReady) {
        var requirement = slot.requirement();
        var fit = units.prevented(requirement.search(need), TIMED);
        return new UnitShortfall(
                slot.role(),
                slot.kinds(),
                slot.skills(),
                missing,
                reason(fit, someAreReady),
                nearest(need.place(), fit.nearest()),
                nextDoor.of(need, requirement));
    }

    private static UnitShortfall.Reason reason(UnitFit fit, boolean someAreReady) {
        if (fit.count() == 0) {
            return someAreReady ? UnitShortfall.Reason.ALL_NEEDED : UnitShortfall.Reason.NO_SUCH_UNIT;
        }
        if (fit.engaged() == fit.count()) {
            return UnitShortfall.Reason.ALL_ENGAGED;
        }
        return fit.engaged() == 0 ? UnitShortfall.Reason.ALL_OFF_DUTY : UnitShortfall.Reason.NONE_AVAILABLE;
    }

    private List<UnitShortfall.Prevented> nearest(@Nullable GeoPoint place, List<Unit> fit) {
        var seen = fit.stream()
                .filter(unit -> place != null && unit.position() != null)
                .toList();
        var unseen = fit.stream().filter(unit -> !seen.contains(unit));
        var prevented = new ArrayList<UnitShortfall.Prevented>();
        if (place != null && !seen.isEmpty()) {
            var times = travelTimes.to(
                    place, seen.stream().map(ShortfallService::start).toList());
            for (int i = 0; i < seen.size(); i++) {
                prevented.add(prevented(seen.get(i), Math.round(times.get(i).seconds())));
            }
        }
        unseen.forEach(unit -> prevented.add(prevented(unit, null)));
        return prevented.stream()
                .sorted(Comparator.comparing(
                        UnitShortfall.Prevented::estimatedSeconds, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(NEAREST)
                .toList();
    }

    private UnitShortfall.Prevented prevented(Unit unit, @Nullable Long seconds) {
        return new UnitShortfall.Prevented(
                unit.id(), unit.callSign(), unit.status(), List.copyOf(units.hindrances(unit)), seconds);
    }

    private static TravelStart start(Unit unit) {
        Position position = requireNonNull(unit.position());
        return new TravelStart(unit.kind(), new GeoPoint(position.latitude(), position.longitude()));
    }
}
