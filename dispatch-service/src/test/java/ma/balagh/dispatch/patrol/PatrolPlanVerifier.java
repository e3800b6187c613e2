package ma.balagh.dispatch.patrol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.TravelStart;

/** Looks for broken rules in a plan by the plan itself: it knows neither the solver nor its constraints. */
final class PatrolPlanVerifier {

    private final PlanInputs inputs;

    PatrolPlanVerifier(PlanInputs inputs) {
        this.inputs = inputs;
    }

    private record Stay(UUID visit, int spot, String callSign, UUID unit, long from, long to) {}

    List<String> faults(VisitPlan plan) {
        var stays = plan.visits().stream()
                .filter(VisitRequest::isPlanned)
                .map(visit -> new Stay(
                        visit.id(),
                        visit.spot().number(),
                        visit.unit().callSign(),
                        visit.unit().id(),
                        visit.planned().from(),
                        visit.planned().to()))
                .toList();
        return Stream.of(ofUnits(stays), ofSpots(stays), ofStays(stays))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> ofUnits(List<Stay> stays) {
        var faults = new ArrayList<String>();
        for (var own : stays.stream().collect(Collectors.groupingBy(Stay::unit)).values()) {
            var ordered =
                    own.stream().sorted(Comparator.comparingLong(Stay::from)).toList();
            for (int next = 1; next < ordered.size(); next++) {
                var earlier = ordered.get(next - 1);
                var later = ordered.get(next);
                if (later.from() < earlier.to() + way(place(earlier), later) + rest(earlier, later)) {
                    faults.add(earlier + " leaves no time for " + later);
                }
            }
            var first = ordered.getFirst();
            var start = inputs.starts().get(first.unit());
            if (start != null && first.from() < unit(first).fromAt().getEpochSecond() + way(start, first)) {
                faults.add(first + " begins before its unit is there");
            }
        }
        return faults;
    }

    private long way(GeoPoint from, Stay to) {
        return (long) Math.floor(PatrolledCity.TIMES
                .to(place(to), List.of(new TravelStart(unit(to).kind(), from)))
                .getFirst()
                .seconds());
    }

    private long rest(Stay earlier, Stay later) {
        var unit = unit(earlier);
        var from = unit.breakFrom();
        var to = unit.breakTo();
        return from != null
                        && to != null
                        && from.getEpochSecond() >= earlier.to()
                        && to.getEpochSecond() <= later.from()
                ? to.getEpochSecond() - from.getEpochSecond()
                : 0;
    }

    private List<String> ofSpots(List<Stay> stays) {
        long spacing = PatrolledCity.config().spacing().toSeconds();
        var faults = new ArrayList<String>();
        for (var there :
                stays.stream().collect(Collectors.groupingBy(Stay::spot)).values()) {
            var ordered =
                    there.stream().sorted(Comparator.comparingLong(Stay::from)).toList();
            for (int next = 1; next < ordered.size(); next++) {
                if (ordered.get(next).from() < ordered.get(next - 1).to() + spacing) {
                    faults.add(ordered.get(next) + " follows too soon");
                }
            }
        }
        return faults;
    }

    private List<String> ofStays(List<Stay> stays) {
        var faults = new ArrayList<String>();
        for (var stay : stays) {
            var unit = unit(stay);
            var spot = inputs.spots().get(stay.spot());
            long minutes = (stay.to() - stay.from()) / 60;
            if (stay.from() < unit.fromAt().getEpochSecond()
                    || stay.to() > unit.toAt().getEpochSecond()
                    || stay.from() < spot.fromAt().getEpochSecond()
                    || stay.to() > spot.toAt().getEpochSecond()) {
                faults.add(stay + " lies outside of the shift or of the place's hours");
            }
            if (overlapsBreak(stay, unit)) {
                faults.add(stay + " lies in the break");
            }
            if (minutes < 11 || minutes > 15) {
                faults.add(stay + " lasts " + minutes + " minutes");
            }
            if (!spot.jurisdiction().startsWith(unit.jurisdiction())) {
                faults.add(stay + " lies in another territory");
            }
        }
        return faults;
    }

    private static boolean overlapsBreak(Stay stay, PatrolUnit unit) {
        var from = unit.breakFrom();
        var to = unit.breakTo();
        return from != null && to != null && stay.from() < to.getEpochSecond() && stay.to() > from.getEpochSecond();
    }

    private GeoPoint place(Stay stay) {
        return inputs.spots().get(stay.spot()).place();
    }

    private PatrolUnit unit(Stay stay) {
        return inputs.units().stream()
                .filter(unit -> Objects.equals(unit.unitId(), stay.unit()))
                .findFirst()
                .orElseThrow();
    }
}
