package ma.balagh.dispatch.runcard;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.TravelStart;
import ma.balagh.dispatch.road.TravelTimes;
import ma.balagh.dispatch.unit.Position;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitService;
import org.jspecify.annotations.Nullable;

/** Says which units of a run card cannot be sent, why, and who would be the first if they could. */
@ApplicationScoped
class ShortfallService {

    /** More units than a run card asks for, and than anybody looks through. */
    private static final int AROUND = 200;

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
        var around = units.around(
                need.jurisdiction(),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                AROUND);
        var free = new ArrayList<>(around.stream().filter(units::isReady).toList());
        var shortfalls = new ArrayList<UnitShortfall>();
        for (var slot : slots) {
            var requirement = slot.requirement();
            var taken =
                    free.stream().filter(requirement::fits).limit(slot.open()).toList();
            free.removeAll(taken);
            if (taken.size() < slot.open()) {
                var fit = around.stream()
                        .filter(requirement::fits)
                        .filter(unit -> !units.isReady(unit))
                        .toList();
                shortfalls.add(new UnitShortfall(
                        slot.role(),
                        slot.kinds(),
                        slot.skills(),
                        slot.open() - taken.size(),
                        reason(fit),
                        nearest(place, fit),
                        nextDoor.of(need, requirement)));
            }
        }
        return List.copyOf(shortfalls);
    }

    private static UnitShortfall.Reason reason(List<Unit> fit) {
        if (fit.isEmpty()) {
            return UnitShortfall.Reason.NO_SUCH_UNIT;
        }
        if (fit.stream().allMatch(unit -> unit.status().isEngaged())) {
            return UnitShortfall.Reason.ALL_ENGAGED;
        }
        return fit.stream().noneMatch(unit -> unit.status().isEngaged())
                ? UnitShortfall.Reason.ALL_OFF_DUTY
                : UnitShortfall.Reason.NONE_AVAILABLE;
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

    private static UnitShortfall.Prevented prevented(Unit unit, @Nullable Long seconds) {
        return new UnitShortfall.Prevented(unit.id(), unit.callSign(), unit.status(), seconds);
    }

    private static TravelStart start(Unit unit) {
        Position position = requireNonNull(unit.position());
        return new TravelStart(unit.kind(), new GeoPoint(position.latitude(), position.longitude()));
    }
}
