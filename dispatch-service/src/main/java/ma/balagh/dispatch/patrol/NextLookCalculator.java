package ma.balagh.dispatch.patrol;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When an approved plan is looked at again although no unit changes: once a visit of a unit that is away comes within
 * reach, and when a unit is to begin its work.
 */
final class NextLookCalculator {

    private final PatrolConfig config;

    NextLookCalculator(PatrolConfig config) {
        this.config = config;
    }

    private record Departure(UUID unitId, Instant at) {}

    /** Of a plan that is left as it is. Null where only a change of a unit can matter. */
    @Nullable
    Instant next(PlanInputs inputs) {
        return next(
                inputs,
                inputs.visits().stream()
                        .filter(visit -> visit.state() == VisitState.PLANNED)
                        .map(visit -> new Departure(
                                Objects.requireNonNull(visit.unitId()), Objects.requireNonNull(visit.startAt()))));
    }

    /** Of a plan that is repaired. Null where only a change of a unit can matter. */
    @Nullable
    Instant next(PlanInputs inputs, VisitPlan repaired) {
        return next(
                inputs,
                repaired.visits().stream()
                        .filter(VisitRequest::isPlanned)
                        .map(visit -> new Departure(visit.unit().id(), Instant.ofEpochSecond(visit.from()))));
    }

    private @Nullable Instant next(PlanInputs inputs, Stream<Departure> departures) {
        var ahead = departures
                .filter(departure -> departure.at().isAfter(inputs.now()))
                .toList();
        var used = new HashSet<UUID>();
        ahead.forEach(departure -> used.add(departure.unitId()));
        var reached = ahead.stream()
                .filter(departure -> inputs.away().contains(departure.unitId()))
                .map(departure -> departure.at().minus(config.away()));
        var begins = inputs.units().stream()
                .filter(unit -> used.contains(unit.unitId()) && unit.fromAt().isAfter(inputs.now()))
                .map(PatrolUnit::fromAt);
        var soonest = inputs.now().plus(config.again());
        return Stream.concat(reached, begins)
                .min(Instant::compareTo)
                .map(next -> next.isBefore(soonest) ? soonest : next)
                .orElse(null);
    }
}
