package ma.balagh.dispatch.position;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.position.FleetPositionResource.FleetPosition;
import ma.balagh.dispatch.unit.CrewUnitSelector;
import ma.balagh.dispatch.unit.Position;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;

/** Where units are and have been. */
@ApplicationScoped
class PositionService {

    /** Of one look at a track. */
    private static final Duration LONGEST_PERIOD = Duration.ofDays(31);

    private static final int MOST_POINTS = 5_000;

    private final PositionWorker worker;
    private final UnitTrackRepository tracks;
    private final UnitService units;
    private final PositionConfig config;
    private final Timestamps moments;

    PositionService(
            PositionWorker worker,
            UnitTrackRepository tracks,
            UnitService units,
            PositionConfig config,
            Timestamps moments) {
        this.worker = worker;
        this.tracks = tracks;
        this.units = units;
        this.config = config;
        this.moments = moments;
    }

    /**
     * Waits until it is written.
     *
     * @return the newest position of the unit
     * @throws ProblemException 400 for a place that no unit can be at, 404 where the unit is not the caller's, 403 where
     *     nobody can tell whether it is
     */
    Position report(UnitSighting sighting) {
        requirePlace("", sighting.position());
        return newest(outcome(worker.submit(sighting)));
    }

    /**
     * Waits until all are written.
     *
     * @return for each, in their order, what became of it
     */
    List<FleetPositionView> report(List<FleetPosition> reports, Jurisdictions jurisdictions) {
        var pending = IntStream.range(0, reports.size())
                .mapToObj(i -> submit("items[%d].".formatted(i), reports.get(i), jurisdictions))
                .toList();
        return pending.stream().map(Supplier::get).toList();
    }

    /** @return waits for what becomes of it */
    private Supplier<FleetPositionView> submit(String prefix, FleetPosition told, Jurisdictions jurisdictions) {
        try {
            var position = told.position()
                    .position(
                            moments.past(prefix + "position.at", told.position().at()));
            requirePlace(prefix + "position.", position);
            var outcome = worker.submit(new UnitSighting(told.unitId(), position, jurisdictions, null));
            return () -> view(prefix, told.unitId(), outcome(outcome));
        } catch (ProblemException refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            return () -> new FleetPositionView(
                    told.unitId(), null, refused.violations().getFirst());
        }
    }

    private static FleetPositionView view(String prefix, UUID unitId, SightingOutcome outcome) {
        return switch (outcome) {
            case SightingOutcome.Known(Position newest) -> new FleetPositionView(unitId, newest, null);
            case SightingOutcome.NotFound _, SightingOutcome.Ambiguous _ ->
                new FleetPositionView(
                        unitId,
                        null,
                        new Violation(
                                prefix + "unitId", ViolationCode.NOT_FOUND, "does not exist or is not yours to see"));
            case SightingOutcome.Implausible implausible ->
                new FleetPositionView(unitId, null, implausible.violation(prefix + "position.latitude"));
        };
    }

    private static void requirePlace(String prefix, Position position) {
        if (position.latitude() == 0 && position.longitude() == 0) {
            throw CommonProblem.invalid(Violation.unfitting(
                    prefix + "latitude", "0, 0 is what a receiver says that does not know where it is"));
        }
    }

    private static Position newest(SightingOutcome outcome) {
        return switch (outcome) {
            case SightingOutcome.Known(Position newest) -> newest;
            case SightingOutcome.NotFound() -> throw CommonProblem.notFound("the unit");
            case SightingOutcome.Ambiguous(String callSign) -> throw CrewUnitSelector.ambiguous(callSign);
            case SightingOutcome.Implausible implausible ->
                throw CommonProblem.invalid(implausible.violation("latitude"));
        };
    }

    private static SightingOutcome outcome(CompletableFuture<SightingOutcome> written) {
        try {
            return written.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** The points of that period, the oldest first; that the caller looked is recorded. */
    @Transactional
    UnitTrackView track(UUID unitId, Instant from, Instant to, Caller caller) {
        if (from.isBefore(Instant.EPOCH)) {
            throw CommonProblem.invalid(Violation.beforeTheEpoch("from"));
        }
        if (!from.isBefore(to)) {
            throw CommonProblem.invalid(Violation.tooEarly("to", "must lie after from"));
        }
        if (from.plus(LONGEST_PERIOD).isBefore(to)) {
            throw CommonProblem.invalid(Violation.unfitting(
                    "from", "must lie at most %d days before to".formatted(LONGEST_PERIOD.toDays())));
        }
        var unit = own(unitId, caller);
        tracks.recordConsultation(unit.id(), from, to, caller);
        var points = tracks.list(unit.id(), from, to, MOST_POINTS + 1);
        boolean isAll = points.size() <= MOST_POINTS;
        return new UnitTrackView(
                unit.id(),
                unit.callSign(),
                isAll ? points : List.copyOf(points.subList(0, MOST_POINTS)),
                isAll ? null : points.get(MOST_POINTS).at(),
                moments.now().minus(config.track().retention()));
    }

    /** A unit that only helps out has a past of its own. */
    private Unit own(UUID unitId, Caller caller) {
        return units.find(unitId)
                .filter(unit -> caller.jurisdictions().covers(unit.jurisdiction()))
                .orElseThrow(() -> CommonProblem.notFound("the unit"));
    }
}
