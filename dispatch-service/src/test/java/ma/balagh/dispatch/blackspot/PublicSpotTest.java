package ma.balagh.dispatch.blackspot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.persistence.ServiceWorkRunner;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class PublicSpotTest {

    private static final Set<String> SHOWN = Set.of("cell", "name", "area", "areaName", "outline");

    /** Of this test alone: other maps are of today. */
    private static final YearMonth MARCH = YearMonth.of(2021, 3);

    private static final int MONTHS = 30;

    /** By then what is computed now is shown. */
    private static final YearMonth NEXT = YearMonth.now(ZoneOffset.UTC).plusMonths(3);

    /** Of resolution 9, in Casablanca. */
    private static final String SPOT = "89396b2c903ffff";

    @Inject
    BlackSpotFixture fixture;

    @Inject
    PublicSpotService service;

    @Inject
    CellIndex cells;

    @Inject
    BlackSpotRepository repository;

    @Inject
    Timestamps timestamps;

    @Inject
    ServiceWorkRunner serviceWork;

    @Inject
    Database database;

    @Test
    void showsLargeCellsWithEnoughIncidentsAndNothingElseOfThem() {
        // Given
        var territory = BlackSpotFixture.territory();
        fixture.plant(territory);
        fixture.compute(territory);

        // When
        var shown = service.list(NEXT).items().stream()
                .filter(spot -> spot.area().equals(territory))
                .toList();

        // Then
        assertThat(shown).isNotEmpty().doesNotHaveDuplicates();
        assertThat(shown).allSatisfy(spot -> {
            assertThat(cells.resolution(cells.named(spot.cell()))).isEqualTo(7);
            assertThat(spot.outline()).hasSize(6);
            assertThat(spot.name().fr()).isNotBlank();
        });
        assertThat(Arrays.stream(PublicSpotView.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet()))
                .isEqualTo(SHOWN);
    }

    @Test
    void showsAnOldMapThatChangesOnceAMonth() {
        assertThat(service.asOf(YearMonth.of(2026, 11))).isEqualTo(Instant.parse("2026-10-01T23:00:00Z"));
        assertThat(service.list(YearMonth.of(2020, 1)).items()).isEqualTo(List.of());
    }

    /** It has ten in March. Each number of incidents after that, and whether it is shown then. */
    @ParameterizedTest
    @CsvSource({"10, true", "9, true", "5, true", "4, false", "0, false"})
    void showsNoLargeCellOfFewerThanFive(int incidents, boolean isShown) {
        // Given
        var territory = BlackSpotFixture.territory();
        month(territory, MARCH, Map.of(SPOT, 10));

        // When
        month(territory, MARCH.plusMonths(1), Map.of(SPOT, incidents));

        // Then
        assertThat(shown(territory, MARCH)).hasSize(1);
        assertThat(shown(territory, MARCH.plusMonths(1))).hasSize(isShown ? 1 : 0);
    }

    @Test
    void addsUpTheSpotsOfALargeCell() {
        // Given
        var territory = BlackSpotFixture.territory();
        var next = cells.disk(cells.named(SPOT), 1).stream()
                .map(cells::name)
                .filter(cell -> !cell.equals(SPOT) && moved(cell).equals(moved(SPOT)))
                .findFirst()
                .orElseThrow();

        // When
        month(territory, MARCH, Map.of(SPOT, 6, next, 4));

        // Then
        assertThat(shown(territory, MARCH)).containsExactly(moved(SPOT));
    }

    /** A spot at the edge of a large cell, of which the one that it is moved to lies in another. */
    @Test
    void movesSpotsBeforeTheyArePutTogether() {
        // Given
        var territory = BlackSpotFixture.territory();
        var edge = cells.disk(cells.named(SPOT), 12).stream()
                .map(cells::name)
                .filter(cell -> !moved(cell).equals(large(cell)))
                .findFirst()
                .orElseThrow();

        // When
        month(territory, MARCH, Map.of(edge, 20));

        // Then
        assertThat(shown(territory, MARCH)).containsExactly(moved(edge)).doesNotContain(large(edge));
    }

    /** Somebody compares each two months in which a cell came or went: numbers wander by two around five and ten. */
    @Test
    void tellsOfNoFewerThanFiveByComingAndGoing() {
        // Given
        Map<String, List<Integer>> numbers = new TreeMap<>();
        for (long seed = 1; seed <= 20; seed++) {
            var territory = BlackSpotFixture.territory();
            var walk = walk(seed);
            IntStream.range(0, MONTHS).forEach(k -> month(territory, MARCH.plusMonths(k), Map.of(SPOT, walk.get(k))));
            numbers.put(territory, walk);
        }

        // When
        var shown = IntStream.range(0, MONTHS)
                .mapToObj(k -> service.list(MARCH.plusMonths(k)).items().stream()
                        .map(PublicSpotView::area)
                        .collect(Collectors.toSet()))
                .toList();

        // Then
        int changes = 0;
        for (var territory : numbers.keySet()) {
            var known = numbers.get(territory);
            // What it had when it came or went last; where it went because a year had passed, nothing is compared.
            int before = 0;
            for (int k = 0; k < MONTHS; k++) {
                boolean isShown = shown.get(k).contains(territory);
                boolean wasShown = k > 0 && shown.get(k - 1).contains(territory);
                assertThat(isShown && known.get(k) < 5).isFalse();
                if (isShown == wasShown) {
                    continue;
                }
                changes++;
                boolean isOld =
                        known.subList(Math.max(0, k - 12), k + 1).stream().allMatch(number -> number < 10);
                if (!isShown && isOld) {
                    before = 0;
                } else {
                    assertThat(Math.abs(known.get(k) - before))
                            .as("%s %d", known, k)
                            .isGreaterThanOrEqualTo(5);
                    before = known.get(k);
                }
            }
        }
        assertThat(changes).isGreaterThan(10);
    }

    private static List<Integer> walk(long seed) {
        var random = new Random(seed);
        var numbers = new ArrayList<>(List.of(7));
        while (numbers.size() < MONTHS) {
            numbers.add(Math.clamp(numbers.getLast() + random.nextInt(5) - 2L, 1, 12));
        }
        return numbers;
    }

    @Test
    void leavesOutWhatHadNotTenForAYear() {
        // Given
        var territory = BlackSpotFixture.territory();
        month(territory, MARCH, Map.of(SPOT, 10));
        IntStream.rangeClosed(1, 13).forEach(k -> month(territory, MARCH.plusMonths(k), Map.of(SPOT, 7)));

        // Then
        assertThat(shown(territory, MARCH.plusMonths(12))).hasSize(1);
        assertThat(shown(territory, MARCH.plusMonths(13))).isEmpty();
    }

    @Test
    void doesNotStartWhereItWouldShowFewer() {
        assertThatThrownBy(() -> new PublicSpotService(
                        repository, cells, atLeast("4"), PlantedCity.config(), timestamps, serviceWork))
                .hasMessageContaining("balagh.public-black-spot.smallest");
        assertThatCode(() -> new PublicSpotService(
                        repository, cells, atLeast("5"), PlantedCity.config(), timestamps, serviceWork))
                .doesNotThrowAnyException();
    }

    private static PublicSpotConfig atLeast(String smallest) {
        return new SmallRyeConfigBuilder()
                .withMapping(PublicSpotConfig.class)
                .withDefaultValue("balagh.public-black-spot.smallest", smallest)
                .build()
                .getConfigMapping(PublicSpotConfig.class);
    }

    /** The map that is shown in that month, with so many incidents of the last year in each cell. */
    private void month(String territory, YearMonth month, Map<String, Integer> incidents) {
        var map = IdGenerator.next();
        var at = service.asOf(month).minusSeconds(60).atOffset(ZoneOffset.UTC);
        database.execute("""
                insert into black_spot_map (id, territory, as_of, computed_at, inputs, incidents, last_year, cells, windows)
                values (?, ?, ?, ?, repeat('a', 64), 90, 60, 400, '[]')
                """, map, territory, at, at);
        incidents.forEach(
                (cell, number) -> database.execute("""
                insert into black_spot (id, map_id, jurisdiction, rank, cell, incidents, gi_star, p_greater, p_lesser,
                                        q_value, q_alone, rate, rate_from, rate_to, trend, pai, density, since, evidence)
                values (?, ?, ?, 1, ?, ?, 4.2, 0.001, 0.999, 0.01, 0.01, 1.4, 0.7, 2.5, 'RISING', 8.2, 0.4, ?, '{}')
                """, IdGenerator.next(), map, territory, cell, number, at));
    }

    private List<String> shown(String territory, YearMonth month) {
        return service.list(month).items().stream()
                .filter(spot -> spot.area().equals(territory))
                .map(PublicSpotView::cell)
                .toList();
    }

    private String large(String cell) {
        return cells.name(cells.parent(cells.named(cell), 7));
    }

    private String moved(String cell) {
        var around = cells.disk(cells.named(cell));
        return large(cells.name(around.get(Math.floorMod(cell.hashCode(), around.size()))));
    }

    @Test
    void isForEverybodyAndForCaches() {
        var answer = given().get("/api/v1/public/black-spots")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=600")
                .header("Set-Cookie", nullValue())
                .body("method.en", containsString("thirty days"))
                .body("items", notNullValue());
        given().header("If-None-Match", answer.extract().header("ETag"))
                .get("/api/v1/public/black-spots")
                .then()
                .statusCode(304);
    }
}
