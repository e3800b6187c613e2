package ma.balagh.dispatch.blackspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ma.balagh.platform.test.TestPlatform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class SpotPlaceServiceTest {

    private static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");
    private static final int MOST = 100;
    private static final double MONTHS = 365 / 30.0;

    private static @Nullable String planted;

    @Inject
    SpotPlaceService places;

    @Inject
    BlackSpotFixture fixture;

    @Inject
    CellIndex cells;

    private String territory = "";
    private Map<String, Long> onWorkingDays = Map.of();

    @BeforeEach
    void plant() {
        if (planted == null) {
            planted = BlackSpotFixture.territory();
            fixture.plant(planted);
            fixture.compute(planted);
        }
        territory = planted;
        var from = BlackSpotFixture.endOfDay().minus(Duration.ofDays(365));
        onWorkingDays = PlantedCity.incidents(1, BlackSpotFixture.endOfDay()).stream()
                .filter(incident -> !incident.at().isBefore(from))
                .filter(isOnAWorkingDay())
                .collect(Collectors.groupingBy(this::cell, Collectors.counting()));
    }

    private static Predicate<VerifiedIncident> isOnAWorkingDay() {
        return incident -> incident.at().atZone(ZONE).getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }

    private String cell(VerifiedIncident incident) {
        return cells.name(cells.cell(
                incident.latitude(), incident.longitude(), PlantedCity.config().resolution()));
    }

    /** In thirty working days. */
    private double inAMonth(SpotPlace place) {
        return onWorkingDays.getOrDefault(place.cell(), 0L) / MONTHS * 7 / 5;
    }

    private List<SpotPlace> onTuesday(int hour, int hours) {
        var from = tuesday(hour);
        return places.places(territory, from, from.plus(Duration.ofHours(hours)), MOST);
    }

    private static Instant tuesday(int hour) {
        return Instant.now()
                .atZone(ZONE)
                .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
                .with(LocalTime.of(hour, 0))
                .toInstant();
    }

    @Test
    void expectsNoMoreThanHappens() {
        // When
        var evening = onTuesday(16, 8);

        // Then: each incident counts once, however many hours' maps it is in.
        assertThat(evening)
                .hasSizeGreaterThan(2)
                .allSatisfy(place -> assertThat(place.expected()).isPositive().isLessThanOrEqualTo(inAMonth(place)));
        assertThat(evening.getFirst().expected()).isGreaterThan(inAMonth(evening.getFirst()) / 2);
    }

    @Test
    void isThereAtItsHoursAlone() {
        // When
        var first = onTuesday(20, 1).getFirst();

        // Then: all that is planted happens after nine in the evening, and an hour's map reaches two hours further.
        var place = onTuesday(12, 12).stream()
                .filter(each -> each.cell().equals(first.cell()))
                .findFirst()
                .orElseThrow();
        assertThat(place.from()).isBetween(tuesday(17), tuesday(20));
        assertThat(place.to()).isEqualTo(tuesday(23).plus(Duration.ofHours(1)));
    }

    @Test
    void isThereTwiceWhereItIsQuietInBetween() {
        // When
        var first = onTuesday(20, 1).getFirst();

        // Then: from the evening until after midnight, and again in the next evening
        assertThat(onTuesday(21, 24))
                .filteredOn(place -> place.cell().equals(first.cell()))
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo(Comparator.comparing(SpotPlace::expected).reversed())
                .allSatisfy(place ->
                        assertThat(Duration.between(place.from(), place.to())).isLessThan(Duration.ofHours(10)));
    }

    @Test
    void isThereAllTheTimeWhereOnlyTheWeekHasIt() {
        // When
        var morning = onTuesday(6, 3);

        // Then
        assertThat(morning).isNotEmpty().allSatisfy(place -> {
            assertThat(place.from()).isEqualTo(tuesday(6));
            assertThat(place.to()).isEqualTo(tuesday(9));
        });
        assertThat(morning.getFirst().expected())
                .isLessThan(onTuesday(20, 3).getFirst().expected() / 3);
    }
}
