package ma.balagh.portal.blackspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.portal.blackspot.BlackSpotsResponse.BlackSpot;
import ma.balagh.portal.blackspot.BlackSpotsResponse.Corner;
import ma.balagh.portal.blackspot.BlackSpotsResponse.MonthlyRate;
import ma.balagh.portal.patrol.PatrolPlanResponse;
import ma.balagh.portal.patrol.PatrolPlanStateCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpotPlanTest {

    private static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void saysWhatCameStayedAndWent() {
        // When
        var plan = SpotPlan.of(
                List.of(spot("8a", 33.59), spot("8b", 33.60)),
                List.of(spot("8b", 33.60), spot("8c", 33.61)),
                List.of());

        // Then
        assertThat(plan.all())
                .extracting(cell -> cell.spot().cell(), SpotPlan.Hexagon::change, SpotPlan.Hexagon::mark)
                .containsExactly(
                        tuple("8a", SpotChange.CAME, "+1"),
                        tuple("8b", SpotChange.STAYED, "2"),
                        tuple("8c", SpotChange.WENT, "−3"));
        assertThat(plan.isCompared()).isTrue();
        assertThat(plan.came()).isEqualTo(1);
        assertThat(plan.stayed()).isEqualTo(1);
    }

    @Test
    void comparesNothingWhereThereWasNoMap() {
        // When
        var plan = SpotPlan.of(List.of(spot("8a", 33.59)), null, List.of());

        // Then
        assertThat(plan.isCompared()).isFalse();
        assertThat(plan.all())
                .extracting(SpotPlan.Hexagon::change, SpotPlan.Hexagon::mark)
                .containsExactly(tuple(null, "1"));
    }

    @Test
    void keepsWhatIsGoneOnThePlane() {
        // When
        var plan = SpotPlan.of(List.of(spot("8a", 33.59)), List.of(spot("8c", 33.70)), List.of());

        // Then
        assertThat(plan.all()).allSatisfy(cell -> {
            assertThat(cell.x()).isBetween(0.0, SpotPlan.WIDTH);
            assertThat(cell.y()).isBetween(0.0, SpotPlan.HEIGHT);
        });
        assertThat(plan.gone().getFirst().y())
                .isLessThan(plan.hexagons().getFirst().y());
    }

    @Test
    void leadsToTheFormThatSecuresItsCell() {
        assertThat(SpotPlan.of(List.of(spot("8a", 33.59)), null, List.of())
                        .hexagons()
                        .getFirst()
                        .securing())
                .isEqualTo("/patrol-plans/new?latitude=33.59&longitude=-7.61&jurisdiction=MA-CAS");
    }

    @ParameterizedTest
    @CsvSource({
        "WORKING_DAY, 20, 1", // 19:41 on a Thursday
        "WORKING_DAY, 23, 0",
        "WEEKEND, 20, 0",
        "WEEK, 3, 1"
    })
    void drawsTheVisitsOfTheHours(String days, String hour, int drawn) {
        // Given
        var filter = SpotFilter.of(days, hour, "2026-11-26", "MA-CAS");

        // When
        var visits = PlannedVisits.of(plan(), filter, SINCE).toList();
        var plan = SpotPlan.of(List.of(spot("8a", 33.59)), null, visits);

        // Then
        assertThat(plan.stops()).hasSize(drawn).allSatisfy(stop -> {
            assertThat(stop.count()).isEqualTo(1);
            assertThat(stop.visits().callSigns()).containsExactly("CASA-7");
            assertThat(stop.x()).isBetween(0.0, SpotPlan.WIDTH);
            assertThat(stop.y()).isBetween(0.0, SpotPlan.HEIGHT);
        });
        assertThat(PlannedVisits.of(plan(), SpotFilter.of(days, hour, "2026-11-27", null), SINCE))
                .isEmpty();
        assertThat(PlannedVisits.of(plan(), SpotFilter.of(days, hour, "2026-11-26", "MA-RAB"), SINCE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WEEKEND, 1, 2026-11-27T22:30:00Z, true", // Friday, 23:30
        "WORKING_DAY, 1, 2026-11-27T22:30:00Z, false",
        "WORKING_DAY, 23, 2026-11-28T00:30:00Z, true", // Saturday, 1:30
        "WEEKEND, 23, 2026-11-28T00:30:00Z, false",
        "WORKING_DAY, 1, 2026-11-29T22:30:00Z, true", // Sunday, 23:30
        "WEEKEND, 1, 2026-11-29T22:30:00Z, false",
        "WEEKEND, 23, 2026-11-30T00:30:00Z, true", // Monday, 1:30
        "WORKING_DAY, 23, 2026-11-30T00:30:00Z, false",
        "WEEKEND, 0, 2026-11-27T20:30:00Z, false" // Friday, 21:30
    })
    void hasTheHoursAroundMidnightOfTheDayThatWasChosen(String days, String hour, Instant at, boolean held) {
        assertThat(SpotFilter.of(days, hour, null, null).holds(at)).isEqualTo(held);
    }

    /** One visit that is planned, and one that was called off. */
    private static PatrolPlanResponse plan() {
        var begins = Instant.parse("2026-11-26T18:00:00Z");
        var ends = Instant.parse("2026-11-27T02:00:00Z");
        var unit = UUID.randomUUID();
        var place =
                new PatrolPlanResponse.Spot(0, "Souk", "MA-CAS", "8a", 33.58, -7.62, 1, true, null, begins, ends, 2, 1);
        return new PatrolPlanResponse(
                UUID.randomUUID(),
                "MA-CAS",
                begins,
                ends,
                PatrolPlanStateCode.APPROVED,
                1,
                begins,
                "nadia",
                begins,
                "hind",
                0,
                null,
                null,
                null,
                null,
                List.of(place),
                List.of(new PatrolPlanResponse.PatrolUnit(unit, "CASA-7", "CAR", begins, ends, null, null)),
                List.of(
                        visit(PatrolPlanResponse.VisitState.PLANNED, unit, "2026-11-26T18:41:00Z"),
                        visit(PatrolPlanResponse.VisitState.INTERRUPTED, unit, "2026-11-26T19:41:00Z")),
                List.of());
    }

    private static PatrolPlanResponse.Visit visit(PatrolPlanResponse.VisitState state, UUID unit, String start) {
        return new PatrolPlanResponse.Visit(
                UUID.randomUUID(),
                0,
                "Souk",
                state,
                14,
                unit,
                Instant.parse(start),
                Instant.parse(start).plusSeconds(840),
                420,
                List.of(),
                null);
    }

    private static BlackSpot spot(String cell, double latitude) {
        var outline = Stream.of(0, 1, 2, 3, 4, 5)
                .map(corner -> new Corner(
                        latitude + 0.001 * Math.sin(corner * Math.PI / 3),
                        -7.61 + 0.001 * Math.cos(corner * Math.PI / 3)))
                .toList();
        return new BlackSpot(
                UUID.randomUUID(),
                cell,
                null,
                "MA-CAS",
                latitude,
                -7.61,
                outline,
                12,
                4.2,
                0.001,
                0.01,
                0.02,
                null,
                20,
                3,
                null,
                null,
                SINCE,
                List.of(),
                new MonthlyRate(1, 0.5, 2));
    }
}
