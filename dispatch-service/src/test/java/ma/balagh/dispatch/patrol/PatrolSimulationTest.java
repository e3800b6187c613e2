package ma.balagh.dispatch.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.unit.Position;
import org.junit.jupiter.api.Test;

/** An evening in which ways take other times than planned, and what positions tell of it. */
class PatrolSimulationTest {

    private static final UUID PLAN = IdGenerator.next();
    private static final double AWAY = 0;
    private static final int SECONDS_BETWEEN_POSITIONS = 30;
    private static final double SPREAD_OF_WAYS = 0.25;

    private final PatrolConfig config = PatrolledCity.config();
    private final Random random = new Random(11);
    private final VisitPresenceCalculator presence = new VisitPresenceCalculator(Duration.ofMinutes(3));

    @Test
    void deliversTheDosageThatWasPlanned() {
        // Given
        var inputs = PatrolledCity.inputs(20, 60, 8);
        var requests = new VisitRequestFactory(PatrolledCity.config(), PatrolledCity.TIMES).all(PLAN, inputs);
        var solved = new PatrolPlanCalculator(SearchLimit.ofMoves(20_000)).solve(requests.requests());

        // When
        Map<Integer, Double> planned = new HashMap<>();
        Map<Integer, Double> delivered = new HashMap<>();
        for (var request : requests.fresh()) {
            planned.merge(request.spot(), (double) request.minutes(), Double::sum);
        }
        for (var own : byUnit(solved)) {
            drive(own, delivered);
        }

        // Then the minutes of all places, wanted and delivered, differ by a tenth at most.
        double wanted =
                planned.values().stream().mapToDouble(Double::doubleValue).sum();
        double apart = planned.entrySet().stream()
                .mapToDouble(spot -> Math.abs(spot.getValue() - delivered.getOrDefault(spot.getKey(), 0.0)))
                .sum();
        assertThat(apart / wanted).isLessThanOrEqualTo(0.1);
    }

    private static List<List<VisitRequest>> byUnit(VisitPlan solved) {
        return solved.visits().stream()
                .filter(VisitRequest::isPlanned)
                .sorted(Comparator.comparingLong(VisitRequest::from))
                .collect(Collectors.groupingBy(visit -> visit.unit().number()))
                .values()
                .stream()
                .toList();
    }

    /** The crew sets out when the plan says, comes early or late, and leaves at the end of the visit. */
    private void drive(List<VisitRequest> visits, Map<Integer, Double> delivered) {
        VisitRequest before = null;
        for (var visit : visits) {
            long way = before == null ? visit.travelFromStart() : visit.travelFrom(before);
            long taken = Math.round(way / config.reserve() * Math.exp(SPREAD_OF_WAYS * random.nextGaussian()));
            long setOff = Math.max(
                    visit.from() - way,
                    before == null ? visit.unit().from() : before.planned().to());
            long arrived = Math.min(visit.planned().to(), Math.max(visit.from(), setOff + taken));
            var seen = presence.of(positions(visit, arrived), position -> position.latitude() != AWAY);
            delivered.merge(visit.spot().number(), seen.seconds() / 60.0, Double::sum);
            before = visit;
        }
    }

    private static List<Position> positions(VisitRequest visit, long arrived) {
        var positions = new ArrayList<Position>();
        long end = visit.planned().to();
        for (long at = visit.from() - 300; at <= end + 300; at += SECONDS_BETWEEN_POSITIONS) {
            boolean there = at >= arrived && at < end;
            positions.add(
                    new Position(there ? visit.spot().place().latitude() : AWAY, -7.6, Instant.ofEpochSecond(at)));
        }
        return positions;
    }
}
