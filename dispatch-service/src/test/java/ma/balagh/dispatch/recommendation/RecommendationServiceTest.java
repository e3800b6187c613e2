package ma.balagh.dispatch.recommendation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.plan.UnitEngagement;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.SampleTravelTimes;
import ma.balagh.dispatch.road.TravelBasis;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.runcard.UnitRequirement;
import ma.balagh.dispatch.unit.Position;
import ma.balagh.dispatch.unit.SampleUnits;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitStatus;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecommendationServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final GeoPoint CASABLANCA = new GeoPoint(33.5731, -7.5898);
    private static final RecommendationService.Need NEED =
            new RecommendationService.Need(CASABLANCA, "MA-CAS-ANFA", 3, List.of());

    private static final StackingOptions NOTHING_PLANNED = new StackingOptions(IdGenerator.next(), Map.of(), Map.of());

    private final RecommendationService recommender =
            new RecommendationService(SampleTravelTimes.alongStraightLines(), new Settings(), SampleUnits.RULES, NOW);

    @Test
    void putsTheFirstToBeThereFirstAndSaysWhy() {
        // Given
        var near = unit("NEAR", "FOOT", UnitStatus.AVAILABLE, at(2, 30));
        var fast = unit("FAST", "CAR", UnitStatus.AVAILABLE, at(4, 30));

        // When
        var recommended = recommender.recommend(NEED, List.of(near, fast), NOTHING_PLANNED);

        // Then
        assertThat(recommended).extracting(Recommendation::callSign).containsExactly("FAST", "NEAR");
        var best = recommended.getFirst();
        assertThat(best.distanceMeters()).isCloseTo(4_000L, within(20L));
        // 4 km × 1.35 ÷ 40 km/h
        assertThat(best.estimatedSeconds()).isCloseTo(486L, within(5L));
        assertThat(best.basis()).isEqualTo(TravelBasis.STRAIGHT_LINE);
        assertThat(codes(best))
                .containsExactly(
                        RecommendationReason.Code.FASTEST,
                        RecommendationReason.Code.COVERS_JURISDICTION,
                        RecommendationReason.Code.POSITION_FRESH);
        assertThat(codes(recommended.get(1))).doesNotContain(RecommendationReason.Code.FASTEST);
    }

    @Test
    void trustsAStalePositionLess() {
        // Given
        var stale = unit("STALE", "CAR", UnitStatus.AVAILABLE, at(1, 1200));
        var fresh = unit("FRESH", "CAR", UnitStatus.AVAILABLE, at(3, 30));

        // When
        var recommended = recommender.recommend(NEED, List.of(stale, fresh), NOTHING_PLANNED);

        // Then
        assertThat(recommended).extracting(Recommendation::callSign).containsExactly("FRESH", "STALE");
        assertThat(codes(recommended.get(1))).contains(RecommendationReason.Code.POSITION_STALE);
        assertThat(recommended.get(1).positionAgeSeconds()).isEqualTo(1200);
        // 1 km × 1.35 ÷ 40 km/h + 18 min × 0.5
        assertThat(recommended.get(1).estimatedSeconds()).isCloseTo(661L, within(5L));
        assertThat(recommended.get(1).reasons())
                .contains(new RecommendationReason(
                        RecommendationReason.Code.POSITION_STALE,
                        RecommendationReason.Side.AGAINST,
                        "last seen 20 min ago, which adds 9 min",
                        1200L,
                        540L));
        assertThat(recommended.getFirst().reasons())
                .extracting(RecommendationReason::code, RecommendationReason::seconds)
                .contains(
                        tuple(
                                RecommendationReason.Code.FASTEST,
                                recommended.getFirst().estimatedSeconds()),
                        tuple(RecommendationReason.Code.POSITION_FRESH, 30L));
    }

    @Test
    void believesNoPositionThatIsHalfAnHourOld() {
        // Given
        var gone = unit("GONE", "CAR", UnitStatus.AVAILABLE, at(0, 1800));
        var stale = unit("STALE", "CAR", UnitStatus.AVAILABLE, at(80, 1799));

        // When
        var recommended = recommender.recommend(NEED, List.of(gone, stale), NOTHING_PLANNED);

        // Then
        assertThat(recommended).extracting(Recommendation::callSign).containsExactly("STALE", "GONE");
        assertThat(recommended.get(1).estimatedSeconds()).isNull();
        assertThat(recommended.get(1).positionAgeSeconds()).isEqualTo(1800);
        assertThat(codes(recommended.get(1))).contains(RecommendationReason.Code.POSITION_UNKNOWN);
    }

    @Property(tries = 200)
    void ordersByWhatIsShown(
            @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = 0, max = 6) Double> kilometres,
            @ForAll @LongRange(max = 1_700) long age) {
        // Given
        var units = IntStream.range(0, kilometres.size())
                .mapToObj(i -> unit(
                        "U" + i,
                        i % 3 == 0 ? "FOOT" : "CAR",
                        UnitStatus.AVAILABLE,
                        at(kilometres.get(i), age * (i % 2))))
                .toList();

        // When
        var recommended = recommender.recommend(NEED, units, NOTHING_PLANNED);

        // Then
        assertThat(recommended)
                .isSortedAccordingTo(
                        Comparator.<Recommendation>comparingLong(unit -> requireNonNull(unit.estimatedSeconds()))
                                .thenComparing(unit -> requireNonNull(unit.distanceMeters()))
                                .thenComparing(Recommendation::callSign));
        assertThat(recommended)
                .filteredOn(unit -> codes(unit).contains(RecommendationReason.Code.FASTEST))
                .containsExactly(recommended.getFirst());
    }

    @Test
    void ordersUnitsThatCanBePlannedByWhenTheyWouldBeThere() {
        // Given
        var far = unit("FAR", "CAR", UnitStatus.AVAILABLE, at(80, 10));
        var longBusy = unit("LONG", "CAR", UnitStatus.ON_SCENE, at(1, 10));
        var soonFree = unit("SOON", "CAR", UnitStatus.ON_SCENE, at(4, 10));
        var unknown = unit("UNKNOWN", "CAR", UnitStatus.ASSIGNED, at(1, 10));
        var here = unit("HERE", "CAR", UnitStatus.EN_ROUTE, at(1, 10));
        var planned = unit("PLANNED", "CAR", UnitStatus.EN_ROUTE, at(1, 10));
        var incidentId = IdGenerator.next();
        var stacking = new StackingOptions(
                incidentId,
                Map.of(
                        longBusy.id(), engagement(longBusy, IdGenerator.next(), 3600L),
                        soonFree.id(), engagement(soonFree, IdGenerator.next(), 300L),
                        here.id(), engagement(here, incidentId, 60L)),
                Map.of(planned.id(), IdGenerator.next()));

        // When
        var recommended =
                recommender.recommend(NEED, List.of(longBusy, here, unknown, planned, soonFree, far), stacking);

        // Then
        assertThat(recommended)
                .extracting(Recommendation::callSign)
                .startsWith("FAR", "SOON", "LONG", "UNKNOWN")
                .hasSize(6);
        var soon = recommended.get(1);
        assertThat(soon.freeInSeconds()).isEqualTo(300);
        // 5 min + 4 km × 1.35 ÷ 40 km/h
        assertThat(soon.thereInSeconds()).isCloseTo(786L, within(5L));
        assertThat(codes(soon)).contains(RecommendationReason.Code.FREE_IN);
        assertThat(recommended.get(3).thereInSeconds()).isNull();
        assertThat(codes(recommended.get(3))).contains(RecommendationReason.Code.FREE_TIME_UNKNOWN);
        assertThat(recommended.subList(4, 6)).noneMatch(Recommendation::stackable);
        assertThat(recommended.subList(4, 6))
                .anySatisfy(unit -> assertThat(codes(unit)).contains(RecommendationReason.Code.PLANNED_ELSEWHERE));
    }

    private static UnitEngagement engagement(Unit unit, UUID incidentId, long freeInSeconds) {
        var position = requireNonNull(unit.position());
        return new UnitEngagement(
                unit.id(), incidentId, new GeoPoint(position.latitude(), position.longitude()), freeInSeconds);
    }

    @Test
    void putsUnitsOfUnknownPlaceAfterTheOthersAndTakenOnesLast() {
        // Given
        var taken = unit("TAKEN", "CAR", UnitStatus.EN_ROUTE, at(1, 10));
        var resting = unit("RESTING", "CAR", UnitStatus.OFF_DUTY, null);
        var somewhere = unit("SOMEWHERE", "CAR", UnitStatus.AVAILABLE, null);
        var far = unit("FAR", "CAR", UnitStatus.AVAILABLE, at(80, 10));

        // When
        var recommended = recommender.recommend(NEED, List.of(taken, resting, somewhere, far), NOTHING_PLANNED);

        // Then
        assertThat(recommended)
                .extracting(Recommendation::callSign)
                .containsExactly("FAR", "SOMEWHERE", "TAKEN", "RESTING");
        assertThat(codes(recommended.get(1))).contains(RecommendationReason.Code.POSITION_UNKNOWN);
        assertThat(codes(recommended.get(2))).contains(RecommendationReason.Code.UNIT_EN_ROUTE);
        assertThat(codes(recommended.get(3))).contains(RecommendationReason.Code.UNIT_OFF_DUTY);
        assertThat(recommended.get(2).reasons())
                .anySatisfy(reason -> assertThat(reason.text()).isEqualTo("it is on its way to an incident"));
    }

    @Test
    void estimatesNothingWhereTheIncidentIsNowhere() {
        // Given
        var need = new RecommendationService.Need(null, "MA-CAS", 3, List.of());

        // When
        var recommended = recommender.recommend(
                need, List.of(unit("A", "CAR", UnitStatus.AVAILABLE, at(1, 10))), NOTHING_PLANNED);

        // Then
        assertThat(recommended).singleElement().satisfies(only -> {
            assertThat(only.estimatedSeconds()).isNull();
            assertThat(codes(only)).contains(RecommendationReason.Code.INCIDENT_PLACE_UNKNOWN);
        });
    }

    @Test
    void holdsASmallCrewAgainstAUnitWhereItIsGrave() {
        // Given
        var alone = SampleUnits.unit("ALONE", "CAR", 1, "MA-RBA", UnitStatus.AVAILABLE, at(1, 10));

        // When
        var recommended = recommender.recommend(NEED, List.of(alone), NOTHING_PLANNED);

        // Then
        assertThat(codes(recommended.getFirst()))
                .contains(RecommendationReason.Code.CREW_SMALL)
                .doesNotContain(RecommendationReason.Code.COVERS_JURISDICTION);
    }

    @Test
    void putsUnitsThatShouldNotWorkAfterTheOthersAndSaysWhy() {
        // Given
        var offShift = SampleUnits.planned("OFF", at(1, 10), NOW.plusSeconds(60));
        var tired = SampleUnits.onDutySince("TIRED", at(1, 10), NOW.minus(Duration.ofHours(13)));
        var fit = SampleUnits.onDutySince("FIT", at(5, 10), NOW.minus(Duration.ofHours(11)));

        // When
        var recommended = recommender.recommend(NEED, List.of(offShift, tired, fit), NOTHING_PLANNED);

        // Then
        assertThat(recommended).extracting(Recommendation::callSign).containsExactly("FIT", "OFF", "TIRED");
        assertThat(recommended).extracting(Recommendation::available).containsExactly(true, false, false);
        assertThat(codes(recommended.get(1))).contains(RecommendationReason.Code.OFF_SHIFT);
        assertThat(recommended.get(2).reasons()).anySatisfy(reason -> {
            assertThat(reason.code()).isEqualTo(RecommendationReason.Code.OVER_HOURS);
            assertThat(reason.text()).isEqualTo("it has been on duty for 13 h");
            assertThat(reason.seconds()).isEqualTo(Duration.ofHours(13).toSeconds());
        });
    }

    @Test
    void saysWhatIsStillNeededAndKeepsTheOrderOfTime() {
        // Given
        var car = unit("CAR", "CAR", UnitStatus.AVAILABLE, at(1, 10));
        var moto = unit("MOTO", "MOTORCYCLE", UnitStatus.AVAILABLE, at(4, 10));
        var search = new UnitRequirement(AssignmentRole.SEARCH, List.of("MOTORCYCLE"), List.of(), 2);
        var need = new RecommendationService.Need(CASABLANCA, "MA-CAS-ANFA", 3, List.of(search));

        // When
        var recommended = recommender.recommend(need, List.of(moto, car), NOTHING_PLANNED);

        // Then
        assertThat(recommended).extracting(Recommendation::callSign).containsExactly("CAR", "MOTO");
        assertThat(recommended).extracting(Recommendation::role).containsExactly(null, AssignmentRole.SEARCH);
        assertThat(codes(recommended.getFirst())).contains(RecommendationReason.Code.FITS_NO_ROLE);
        assertThat(recommended.get(1).reasons())
                .anySatisfy(reason -> assertThat(reason.text()).isEqualTo("it is what is still needed as SEARCH"));
    }

    @Test
    void saysNothingOfFitWhereAnyUnitWillDo() {
        // Given
        var car = unit("CAR", "CAR", UnitStatus.AVAILABLE, at(1, 10));
        var open = List.of(UnitRequirement.of(AssignmentRole.SUPPORT, 1));

        // When
        var recommended = recommender.recommend(
                new RecommendationService.Need(CASABLANCA, "MA-CAS-ANFA", 3, open), List.of(car), NOTHING_PLANNED);

        // Then
        assertThat(recommended).extracting(Recommendation::role).containsExactly(AssignmentRole.SUPPORT);
        assertThat(codes(recommended.getFirst())).doesNotContain(RecommendationReason.Code.FITS_ROLE);
    }

    private static List<RecommendationReason.Code> codes(Recommendation recommendation) {
        return recommendation.reasons().stream().map(RecommendationReason::code).toList();
    }

    /** So many kilometres north of the incident, so many seconds ago. */
    private static Position at(double kilometres, long secondsAgo) {
        return new Position(
                CASABLANCA.latitude() + kilometres / 111.195, CASABLANCA.longitude(), NOW.minusSeconds(secondsAgo));
    }

    @Test
    void answersAsManyAsSomebodyLooksThrough() {
        // Given: the further ones are of another kind and of another territory
        var units = new ArrayList<Unit>();
        for (int i = 0; i < 60; i++) {
            units.add(unit("CAR-%02d".formatted(i), "CAR", UnitStatus.AVAILABLE, at(1 + i * 0.1, 10)));
            units.add(unit("BUSY-%02d".formatted(i), "CAR", UnitStatus.ON_SCENE, at(1, 10)));
            units.add(unit("HOME-%02d".formatted(i), "CAR", UnitStatus.OFF_DUTY, at(1, 10)));
        }
        for (int i = 0; i < 5; i++) {
            units.add(unit("VAN-" + i, "VAN", UnitStatus.AVAILABLE, at(20 + i, 10)));
            units.add(SampleUnits.unit("LENT-" + i, "CAR", 2, "XB", UnitStatus.AVAILABLE, at(30 + i, 10)));
        }

        // When
        var recommended = recommender.recommend(NEED, units, NOTHING_PLANNED).stream()
                .map(Recommendation::callSign)
                .toList();

        // Then
        assertThat(recommended.subList(0, 30)).startsWith("CAR-00").endsWith("CAR-29");
        assertThat(recommended.subList(30, 36))
                .containsExactly("VAN-0", "VAN-1", "VAN-2", "LENT-0", "LENT-1", "LENT-2");
        assertThat(recommended.subList(36, recommended.size()))
                .hasSize(20)
                .allMatch(callSign -> callSign.startsWith("BUSY"));
    }

    private static Unit unit(String callSign, String kind, UnitStatus status, @Nullable Position position) {
        return SampleUnits.unit(callSign, kind, 2, "MA-CAS", status, position);
    }

    private static final class Settings implements RecommendationConfig {

        @Override
        public Duration staleAfter() {
            return Duration.ofMinutes(2);
        }

        @Override
        public Duration unknownAfter() {
            return Duration.ofMinutes(30);
        }

        @Override
        public double stalePenalty() {
            return 0.5;
        }

        @Override
        public int smallestCrew() {
            return 2;
        }

        @Override
        public int mostConsidered() {
            return 100;
        }

        @Override
        public int mostTimed() {
            return 300;
        }

        @Override
        public int mostReady() {
            return 30;
        }

        @Override
        public int mostBusy() {
            return 20;
        }

        @Override
        public int leastAlike() {
            return 3;
        }

        @Override
        public Duration longestDelayToFit() {
            return Duration.ofMinutes(10);
        }
    }
}
