package ma.balagh.dispatch.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.road.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Plans of 20 units, 60 places and 8 hours, and smaller ones. The number of moves ends the search, so that machines agree. */
class PatrolPlanCalculatorTest {

    private static final UUID PLAN = IdGenerator.next();
    private static final PatrolPlanCalculator WHOLE = new PatrolPlanCalculator(SearchLimit.ofMoves(20_000));
    private static final PatrolPlanCalculator QUICK = new PatrolPlanCalculator(SearchLimit.ofMoves(4_000));

    private final VisitRequestFactory requests = new VisitRequestFactory(PatrolledCity.config(), PatrolledCity.TIMES);

    @Test
    void breaksNoRuleAndGivesPlacesTheirVisits() {
        // Given
        var inputs = PatrolledCity.inputs(20, 60, 1);
        var requested = requests.all(PLAN, inputs);

        // When
        var solved = WHOLE.solve(requested.requests());

        // Then
        assertThat(solved.score().hardScore()).isZero();
        assertThat(new PatrolPlanVerifier(inputs).faults(solved)).isEmpty();
        assertThat(requested.requests()).hasSizeGreaterThan(180);
        assertThat(shareOfLacking(inputs, solved)).isLessThanOrEqualTo(0.1);
    }

    /** The share of the wanted visits that places do not get. */
    private static double shareOfLacking(PlanInputs inputs, VisitPlan solved) {
        double wanted = inputs.spots().stream().mapToInt(PatrolSpot::visits).sum();
        return solved.visits().stream().filter(visit -> !visit.isPlanned()).count() / wanted;
    }

    @Test
    void findsTheSamePlanForTheSameSeed() {
        // Given
        var inputs = PatrolledCity.inputs(5, 12, 2);

        // Then
        assertThat(slots(QUICK.solve(requests.all(PLAN, inputs).requests())))
                .isEqualTo(slots(QUICK.solve(requests.all(PLAN, inputs).requests())));
    }

    private static List<String> slots(VisitPlan solved) {
        return solved.visits().stream()
                .map(visit -> String.valueOf(visit.slot()))
                .toList();
    }

    @Test
    void saysWhyEachVisitIsMade() {
        // Given
        var solved =
                QUICK.solve(requests.all(PLAN, PatrolledCity.inputs(5, 12, 3)).requests());

        // When
        var reasons = QUICK.reasons(solved);

        // Then
        var planned = solved.visits().stream().filter(VisitRequest::isPlanned).toList();
        assertThat(reasons).hasSameSizeAs(planned);
        long ways = 0;
        for (var visit : planned) {
            var why = reasons.getOrDefault(visit.id(), List.of());
            assertThat(why)
                    .extracting(VisitReason::code)
                    .contains(PlanConstraint.DOSAGE, PlanConstraint.DISTRICT_SHARE, PlanConstraint.WORKLOAD);
            assertThat(why)
                    .filteredOn(reason -> reason.code() == PlanConstraint.DOSAGE)
                    .extracting(VisitReason::amount)
                    .allSatisfy(amount -> assertThat(amount).isPositive());
            ways += why.stream()
                    .filter(reason -> reason.code() == PlanConstraint.TRAVEL)
                    .mapToLong(VisitReason::amount)
                    .sum();
        }
        assertThat(ways).isNegative();
        assertThat(solved.score().softScore()).isLessThanOrEqualTo(ways);
    }

    /** 5 s of way for the first visit, three times as much for the second, and so on. */
    @Test
    void saysWhatEachVisitAddsToTheLoadOfItsUnit() {
        // Given
        var solved =
                QUICK.solve(requests.all(PLAN, PatrolledCity.inputs(5, 12, 3)).requests());

        // When
        var reasons = QUICK.reasons(solved);

        // Then
        var byUnit = solved.visits().stream()
                .filter(VisitRequest::isPlanned)
                .collect(Collectors.groupingBy(VisitRequest::unit));
        assertThat(byUnit.values()).anyMatch(own -> own.size() > 1);
        for (var own : byUnit.values()) {
            assertThat(own)
                    .flatExtracting(visit -> reasons.getOrDefault(visit.id(), List.of()))
                    .filteredOn(reason -> reason.code() == PlanConstraint.WORKLOAD)
                    .extracting(VisitReason::amount)
                    .hasSameSizeAs(own)
                    .containsOnly(-5L * (2 * own.size() - 1));
        }
    }

    @Test
    void sharesWhatCannotBeDoneBetweenDistricts() {
        // Given a third of the units for the visits of all
        var many = PatrolledCity.inputs(12, 40, 4);
        var few = new PlanInputs(
                many.state(),
                many.seed(),
                many.now(),
                many.spots(),
                many.units().subList(1, 5),
                many.visits(),
                many.away(),
                many.starts());

        // When
        var solved = WHOLE.solve(requests.all(PLAN, few).requests());

        // Then
        assertThat(new PatrolPlanVerifier(few).faults(solved)).isEmpty();
        var shares = solved.visits().stream()
                .collect(Collectors.groupingBy(
                        VisitRequest::district, Collectors.averagingDouble(visit -> visit.isPlanned() ? 1 : 0)));
        var mean = shares.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(0.2, 0.7);
        assertThat(shares.values()).allSatisfy(share -> assertThat(share).isCloseTo(mean, within(0.2)));
    }

    @Test
    void leavesNothingToBeForeseen() {
        // Given the plans of ten evenings
        var starts = new ArrayList<Double>();
        var gaps = new ArrayList<Double>();
        for (long evening = 0; evening < 10; evening++) {
            var solved = QUICK.solve(requests.all(PLAN, PatrolledCity.inputs(6, 15, 100 + evening))
                    .requests());
            solved.visits().stream().filter(VisitRequest::isPlanned).forEach(visit -> starts.add(sinceBegin(visit)));
            gaps.addAll(gaps(solved));
        }

        // Then visits begin at any time alike, by Kolmogorov's distance, and not in a rhythm.
        assertThat(starts).hasSizeGreaterThan(400);
        assertThat(distanceFromUniform(starts)).isLessThan(0.09);
        double mean = gaps.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double deviation = Math.sqrt(gaps.stream()
                .mapToDouble(gap -> Math.pow(gap - mean, 2))
                .average()
                .orElseThrow());
        // 1 where nothing is known of the next visit, 0 where it comes by the clock; the least spacing takes some of
        // it.
        assertThat(deviation / mean).isGreaterThan(0.5);
        assertThat(starts.stream().map(start -> Math.round(start) % 60).distinct())
                .hasSizeGreaterThan(55);
    }

    private static double sinceBegin(VisitRequest visit) {
        return (visit.from() - PatrolledCity.FROM.getEpochSecond()) / 60.0;
    }

    private static List<Double> gaps(VisitPlan solved) {
        var gaps = new ArrayList<Double>();
        var byPlace = solved.visits().stream()
                .filter(VisitRequest::isPlanned)
                .collect(Collectors.groupingBy(VisitRequest::spot));
        for (var there : byPlace.values()) {
            var ordered = there.stream()
                    .sorted(Comparator.comparingLong(VisitRequest::from))
                    .toList();
            for (int next = 1; next < ordered.size(); next++) {
                gaps.add(sinceBegin(ordered.get(next)) - sinceBegin(ordered.get(next - 1)));
            }
        }
        return gaps;
    }

    /** Largest difference of the two distributions, over the minutes in which a visit of 15 minutes may begin. */
    private static double distanceFromUniform(List<Double> starts) {
        var ordered = starts.stream().sorted().toList();
        double last = Duration.between(PatrolledCity.FROM, PatrolledCity.TO).toMinutes() - 13;
        double largest = 0;
        for (int rank = 0; rank < ordered.size(); rank++) {
            double expected = Math.min(1, ordered.get(rank) / last);
            largest = Math.max(largest, Math.abs((rank + 0.5) / ordered.size() - expected));
        }
        return largest;
    }

    @Test
    void repairsAroundAUnitThatIsSentSomewhere() {
        // Given an approved plan, two hours after its beginning
        var inputs = PatrolledCity.inputs(20, 60, 5);
        var requested = requests.all(PLAN, inputs);
        var solved = WHOLE.solve(requested.requests());
        var now = PatrolledCity.FROM.plus(Duration.ofHours(2));
        var approved = PatrolledCity.approved(inputs, requested, solved, now);
        var called = approved.units().get(7).unitId();
        var without = PatrolledCity.withoutUnit(approved, called);
        assertThat(requests.needsRepair(without)).isTrue();

        // When
        var asked = requests.repair(PLAN, without);
        var repaired = QUICK.solve(asked.requests());

        // Then
        assertThat(new PatrolPlanVerifier(inputs).faults(repaired)).isEmpty();
        long nowSeconds = now.getEpochSecond();
        assertThat(repaired.visits())
                .filteredOn(visit -> visit.isPlanned() && visit.unit().id().equals(called))
                .filteredOn(visit -> !visit.isFixed())
                .allSatisfy(visit -> assertThat(visit.from()).isGreaterThanOrEqualTo(nowSeconds + 3_600));
        var open =
                repaired.visits().stream().filter(visit -> !visit.isPlanned()).count();
        var openBefore =
                solved.visits().stream().filter(visit -> !visit.isPlanned()).count();
        assertThat(open).isLessThanOrEqualTo(openBefore + 2);
        assertThat(moved(solved, repaired, nowSeconds)).isLessThan(20);
    }

    /** Visits to come that others make now, or at another time. */
    private static long moved(VisitPlan before, VisitPlan after, long now) {
        var slots = before.visits().stream()
                .filter(VisitRequest::isPlanned)
                .collect(Collectors.toMap(VisitRequest::id, VisitRequest::planned));
        return after.visits().stream()
                .filter(visit -> slots.containsKey(visit.id()))
                .filter(visit -> isMoved(Objects.requireNonNull(slots.get(visit.id())), visit.slot(), now))
                .count();
    }

    /** Units are rostered anew for a repair. */
    private static boolean isMoved(VisitSlot before, @Nullable VisitSlot after, long now) {
        return before.from() > now
                && (after == null
                        || after.from() != before.from()
                        || !after.unit().id().equals(before.unit().id()));
    }

    @Test
    void repairsNothingWhereNothingHasChanged() {
        // Given
        var inputs = PatrolledCity.inputs(5, 10, 6);
        var requested = requests.all(PLAN, inputs);
        var solved = WHOLE.solve(requested.requests());
        var approved = PatrolledCity.approved(inputs, requested, solved, PatrolledCity.FROM.plus(Duration.ofHours(1)));

        // When
        var planned = approved.visits().stream()
                .filter(visit -> visit.state() == VisitState.PLANNED)
                .toList();

        // Then
        assertThat(planned).isNotEmpty();
        assertThat(requests.needsRepair(new PlanInputs(
                        approved.state(),
                        approved.seed(),
                        approved.now(),
                        approved.spots(),
                        approved.units(),
                        planned,
                        approved.away(),
                        approved.starts())))
                .isFalse();
    }

    /** At 30 km/h the one needs some minutes, the other half an hour. */
    @Test
    void offersAPlannedTimeToThoseAloneWhoCanBeThere() {
        // Given
        var place = new GeoPoint(33.57, -7.61);
        var called = unit(0, place);
        var near = unit(1, new GeoPoint(33.58, -7.61));
        var far = unit(2, new GeoPoint(33.67, -7.61));
        var units = List.of(called, near, far);
        long begin = PatrolledCity.FROM.getEpochSecond();
        var spot = new SpotDemand(0, "XS-TOWN", place, begin, begin + 7_200, 1, 1_800, false);
        var travel = TravelTable.of(units, List.of(place), PatrolledCity.TIMES, 1);

        // When
        var slots = new SlotGenerator(1, 1)
                .slotsAt(new VisitSlot(called, begin + 600, begin + 1_320), spot, units, travel, begin);

        // Then
        assertThat(slots).containsExactly(new VisitSlot(near, begin + 600, begin + 1_320));
    }

    private static RosteredUnit unit(int number, GeoPoint start) {
        long begin = PatrolledCity.FROM.getEpochSecond();
        return new RosteredUnit(
                number, new UUID(0x7000, number), "U-" + number, "XS-TOWN", "CAR", start, begin, begin + 28_800, 0, 0);
    }

    @Test
    void drawsEachMinuteAlike() {
        // Given
        var random = new SlotGenerator(7, 1);

        // When
        var drawn = LongStream.range(0, 60_000)
                .map(draw -> random.moment(0, 59 * 60))
                .boxed()
                .collect(Collectors.groupingBy(moment -> moment, Collectors.counting()));

        // Then by chi-square: 59 degrees of freedom, one in a thousand would be above.
        assertThat(drawn).hasSize(60);
        double chiSquare = drawn.values().stream()
                .mapToDouble(count -> Math.pow(count - 1_000.0, 2) / 1_000)
                .sum();
        assertThat(chiSquare).isLessThan(98.3);
    }
}
