package ma.balagh.dispatch.blackspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BlackSpotCalculatorTest {

    private static final BlackSpotCalculator CALCULATOR =
            new BlackSpotCalculator(new CellIndex(), PlantedCity.config());
    private static final List<VerifiedIncident> INCIDENTS = PlantedCity.incidents(1, PlantedCity.AS_OF);

    private static ComputedMap map;

    @BeforeAll
    static void compute() {
        map = CALCULATOR.compute(INCIDENTS, PlantedCity.AS_OF);
    }

    @Test
    void findsWhatIsPlantedAndHoldsMoreThanCounting() {
        // When
        var week = map.windows().getFirst();

        // Then
        assertThat(week.window()).isEqualTo(WeekWindow.WHOLE_WEEK);
        assertThat(week.verdict()).isEqualTo(ForecastVerdict.SHOWN);
        assertThat(week.ours().pai())
                .isGreaterThan(week.countingOneYear().pai())
                .isGreaterThan(week.countingAll().pai());
        assertThat(week.ours().named()).isEqualTo(week.countingOneYear().named());
        assertThat(week.spots()).isNotEmpty().allSatisfy(spot -> {
            assertThat(spot.statistic().giStar()).isPositive();
            assertThat(Math.min(spot.qValue(), spot.qAlone())).isLessThanOrEqualTo(0.025);
            assertThat(spot.incidents()).isGreaterThanOrEqualTo(3);
            assertThat(spot.evidence()).hasSize(spot.incidents());
            assertThat(spot.interval().from()).isLessThan(spot.interval().rate());
            assertThat(spot.jurisdiction()).isEqualTo("XS-TOWN-OLD");
            assertThat(spot.place()).isEqualTo("Souk");
            assertThat(spot.density()).isPositive();
        });
    }

    @Test
    void showsNothingWhereItHoldsNoMoreThanCounting() {
        assertThat(map.windows()).allSatisfy(window -> {
            if (window.verdict() == ForecastVerdict.SHOWN) {
                assertThat(window.ours().hits())
                        .isGreaterThan(window.countingOneYear().hits());
                assertThat(window.ours().hits())
                        .isGreaterThan(window.countingAll().hits());
            } else {
                assertThat(window.spots()).isEmpty();
            }
        });
    }

    @Test
    void knowsNothingOfTheTimeBeforeTheFirstIncident() {
        // Given
        var from = PlantedCity.AS_OF.minus(Duration.ofDays(300));
        var known = INCIDENTS.stream()
                .filter(incident -> !incident.at().isBefore(from))
                .toList();

        // When
        var spots = CALCULATOR
                .compute(known, PlantedCity.AS_OF)
                .windows()
                .getFirst()
                .spots();

        // Then
        assertThat(spots)
                .isNotEmpty()
                .allSatisfy(spot -> assertThat(spot.interval().rate())
                        .isCloseTo(spot.incidents() / 10.0, Percentage.withPercentage(2)));
    }

    @Test
    void saysOfQuietHoursThatThereIsTooLittle() {
        // When
        var morning = map.windows().stream()
                .filter(window -> window.window().equals(new WeekWindow(WeekWindow.DayKind.WEEKEND, 8)))
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(morning.verdict()).isEqualTo(ForecastVerdict.TOO_FEW);
        assertThat(map.windows()).hasSize(49);
    }

    @Test
    void isTheSameInAnyOrderAndWhateverHappensLater() {
        // Given
        var others = new ArrayList<>(INCIDENTS);
        others.add(new VerifiedIncident(
                new UUID(1, 1), "XS-TOWN", 33.56, -7.64, PlantedCity.AS_OF.plusSeconds(1), true, null));
        Collections.shuffle(others, new Random(5));

        // Then
        assertThat(CALCULATOR.compute(others, PlantedCity.AS_OF)).isEqualTo(map);
    }

    @Test
    void saysThatFewAreTooFew() {
        // When
        var few = CALCULATOR.compute(INCIDENTS.subList(0, 20), PlantedCity.AS_OF);

        // Then
        assertThat(few.windows()).allSatisfy(window -> {
            assertThat(window.verdict()).isEqualTo(ForecastVerdict.TOO_FEW);
            assertThat(window.spots()).isEmpty();
        });
        assertThat(CALCULATOR.compute(List.of(), PlantedCity.AS_OF).cells()).isZero();
    }

    /** The same number of incidents, each anywhere: nothing is there to be found. */
    @Test
    void findsNothingWhereNothingIsPlanted() {
        // Given
        var random = new Random(3);
        var scattered = INCIDENTS.stream()
                .map(incident -> new VerifiedIncident(
                        incident.id(),
                        incident.jurisdiction(),
                        33.55 + random.nextDouble() * 0.09,
                        -7.65 + random.nextDouble() * 0.108,
                        incident.at(),
                        true,
                        null))
                .toList();

        // Then
        assertThat(CALCULATOR
                        .compute(scattered, PlantedCity.AS_OF)
                        .windows()
                        .getFirst()
                        .spots())
                .isEmpty();
    }

    @Test
    void learnsOfTheTimeOfYearAndForgets() {
        var incident = INCIDENTS.getFirst();
        var model = new ForecastModel(365, 0, 0.5);

        assertThat(model.weight(incident, incident.at())).isEqualTo(1);
        assertThat(model.weight(incident, incident.at().plus(Duration.ofDays(365))))
                .isEqualTo(0.5);
        assertThat(model.weight(incident, incident.at().plus(Duration.ofDays(182))))
                .isLessThan(0.36);
    }

    @Test
    void takesTheTerritoryThatHoldsAllEvidence() {
        var one = INCIDENTS.getFirst();

        assertThat(BlackSpotCalculator.commonTerritory(List.of(one, in("XS-TOWN-NEW"))))
                .isEqualTo("XS-TOWN");
        assertThat(BlackSpotCalculator.commonTerritory(List.of(one, in("XS-TOWN-OLDER"))))
                .isEqualTo("XS-TOWN");
        assertThat(BlackSpotCalculator.commonTerritory(List.of(one, one))).isEqualTo("XS-TOWN-OLD");
    }

    private static VerifiedIncident in(String jurisdiction) {
        return new VerifiedIncident(new UUID(2, 2), jurisdiction, 33.56, -7.64, PlantedCity.AS_OF, true, null);
    }
}
