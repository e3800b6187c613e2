package ma.balagh.dispatch.blackspot;

import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Story;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class BlackSpotResourceTest {

    private static final String PATH = "/api/v1/black-spots";
    private static final String ANALYSIS = PATH + "/analysis";

    private static final TestTokens ANALYST = TestTokens.of("analyst", Roles.ANALYST);

    private static @Nullable String planted;

    @Inject
    BlackSpotFixture fixture;

    @Test
    void showsBlackSpotsWithTheirEvidenceBesideNaiveCounting() {
        // Given
        var territory = planted();

        // Then
        as(commander(territory))
                .get(PATH)
                .then()
                .statusCode(200)
                .body("tooFew", equalTo(false))
                .body("items", not(empty()))
                .body("items.incidents", everyItem(greaterThan(2)))
                .body("items.collect { [it.qValue, it.qAlone].min() }", everyItem(lessThanOrEqualTo(0.025f)))
                .body("items.giStar", everyItem(greaterThan(0f)))
                .body("items.outline", everyItem(hasSize(6)))
                .body("items[0].evidence.size()", greaterThan(2))
                .body("items[0].interval.from", notNullValue())
                .body("items[0].trend", notNullValue())
                .body("items[0].since", notNullValue())
                .body("items[0].name", equalTo("Souk"))
                .body("items[0].cell", startsWith("89"))
                .body("items.findAll { it.cluster != null }.clusterName.fr", everyItem(notNullValue()))
                .body("method.resolution", equalTo(9))
                .body("method.permutations", equalTo(9999))
                .body("method.heldBack", equalTo(6))
                .body("maps.territory", equalTo(List.of(territory)))
                .body("maps[0].method.permutations", equalTo(9999))
                .body("maps[0].window.verdict", equalTo("SHOWN"))
                .body("maps[0].window.ours.pai", greaterThan(1f))
                .body("maps[0].window.countingOneYear.pai", notNullValue())
                .body("maps[0].window.countingFiveYears.pei", notNullValue())
                .body("maps[0].nearRepeat.pGreater", notNullValue());
    }

    @Test
    void saysThatHoursHaveTooFew() {
        var territory = planted();

        as(commander(territory))
                .queryParam("hour", 5 * 24 + 8)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("tooFew", equalTo(true))
                .body("items", empty())
                .body("maps[0].window.verdict", equalTo("TOO_FEW"))
                .body("maps[0].window.days", equalTo("WEEKEND"))
                .body("maps[0].window.hour", equalTo(8));
    }

    @Test
    void showsTheMapOfYesterday() {
        // Given
        var territory = planted();
        var before = Instant.now();
        fixture.pretendPermutations(territory, 99);

        // When
        fixture.add(territory + "-NEW", List.of(elsewhere()), false);
        fixture.compute(territory);

        // Then
        String now = as(commander(territory)).get(PATH).path("maps[0].computedAt");
        var earlier =
                as(commander(territory)).queryParam("at", before.toString()).get(PATH);
        String then = earlier.path("maps[0].computedAt");
        assertThat(Instant.parse(then)).isBefore(Instant.parse(now));
        earlier.then().body("method.permutations", equalTo(99));
        as(commander(territory)).get(PATH).then().body("method.permutations", equalTo(9999));
        as(commander(territory))
                .queryParam("at", "2020-01-01T00:00:00Z")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("maps", empty())
                .body("tooFew", equalTo(true));
    }

    @Test
    void showsToADistrictWhatIsItsOwn() {
        // Given
        var territory = planted();

        // Then
        as(commander(territory + "-OLD")).get(PATH).then().body("items", not(empty()));
        as(commander(territory + "-NEW"))
                .get(PATH)
                .then()
                .body("items", empty())
                .body("maps.territory", equalTo(List.of(territory)));
        as(commander("XR")).get(PATH).then().body("items", empty()).body("maps", empty());
        as(commander("XS"))
                .queryParam("jurisdiction", territory + "-NEW")
                .get(PATH)
                .then()
                .body("items", empty());
        as(commander("XS"))
                .queryParam("jurisdiction", territory)
                .get(PATH)
                .then()
                .body("items", not(empty()))
                .body("items.jurisdiction", everyItem(equalTo(territory + "-OLD")));
    }

    @ParameterizedTest
    @CsvSource({"hour, -1", "hour, 168", "hour, noon", "at, yesterday", "at, 2999-01-01T00:00:00Z", "jurisdiction, casa"
    })
    void refusesWhatItCannotRead(String parameter, String value) {
        int status = as(Story.COMMANDER).queryParam(parameter, value).get(PATH).statusCode();

        assertThat(status).isIn(400, 404);
    }

    /** Each cell counted by itself, as for the tests of others: nothing is weighed. */
    @Test
    void analysesForeignPoints() {
        // Given
        var points = new ArrayList<Map<String, Object>>();
        for (int k = 0; k < 40; k++) {
            points.add(point(33.5 + 0.004 * (k % 7), -7.6 + 0.004 * (k / 7), k));
        }
        for (int k = 0; k < 20; k++) {
            points.add(point(33.51, -7.59, k));
        }

        // Then
        var answer = as(ANALYST)
                .body(Map.of("points", points, "permutations", 999, "seed", 7))
                .post(ANALYSIS)
                .then()
                .statusCode(200)
                .body("tooFew", equalTo(false))
                .body("outside", equalTo(0))
                .body("items.incidents.sum()", equalTo(60))
                .body("nearRepeat.events", equalTo(60))
                .body("nearRepeat.metres", equalTo(250f))
                .body("clusters[0].size()", greaterThan(19))
                .body("method.permutations", equalTo(999))
                .body("method.seed", equalTo(7))
                .body("items.max { it.incidents }.giStar", greaterThan(2f))
                .extract()
                .asString();
        assertThat(as(ANALYST)
                        .body(Map.of("points", points, "permutations", 999, "seed", 7))
                        .post(ANALYSIS)
                        .asString())
                .isEqualTo(answer);
    }

    /** As many as published examples have, where they cost no more than fewer of more points. */
    @Test
    void countsAsManyPermutationsAsItsTimeAllows() {
        // Given
        var few = IntStream.range(0, 200)
                .mapToObj(k -> point(33.5 + 0.001 * (k % 14), -7.6 + 0.001 * (k / 14), k))
                .toList();
        var many = IntStream.range(0, 8_000)
                .mapToObj(k -> point(33.0 + 0.003 * (k % 90), -7.6 + 0.003 * (k / 90), k))
                .toList();

        // Then
        as(ANALYST)
                .body(Map.of("points", few, "permutations", 99_999, "seed", 7))
                .post(ANALYSIS)
                .then()
                .statusCode(200)
                .body("method.permutations", equalTo(99_999))
                .body("nearRepeat.pGreater", greaterThan(0f));
        as(ANALYST)
                .body(Map.of("points", many, "permutations", 99_999, "seed", 7))
                .post(ANALYSIS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("permutations"))
                .body("violations[0].message", equalTo("must be at most 87500 for so many points"));
    }

    /** A constant field: each of the cells holds one. */
    @Test
    void findsNothingInAConstantFieldOfGivenCells() {
        // Given
        var index = new CellIndex();
        var area = index.around(List.of(index.cell(33.5, -7.6, 8)));
        var points = area.cells().stream()
                .map(cell ->
                        point(index.centre(cell).latitude(), index.centre(cell).longitude(), 1))
                .toList();
        var cells = area.cells().stream().map(index::name).toList();

        // Then
        as(ANALYST)
                .body(Map.of("points", points, "cells", cells, "permutations", 99, "seed", 1))
                .post(ANALYSIS)
                .then()
                .statusCode(200)
                .body("items", hasSize(7))
                .body("items.pValue", everyItem(equalTo(1f)))
                .body("items.qValue", everyItem(equalTo(1f)))
                .body("items.giStar", everyItem(equalTo(0f)))
                .body("method.resolution", equalTo(8))
                .body("tooFew", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points       | []                            | points",
                "points       | [{\"latitude\": 91, \"longitude\": 0, \"at\": \"2026-01-01T00:00:00Z\"}] | points[0].latitude",
                "points       | [{\"latitude\": 9, \"longitude\": 0}] | points[0].at",
                "points       | [null]                        | points[0]",
                "permutations | 0                             | permutations",
                "permutations | 100000                        | permutations",
                "metres       | 0                             | metres",
                "metres       | 9000                          | metres",
                "days         | 0                             | days",
                "cells        | []                            | cells",
                "cells        | [\"ffffffffffffffff\"]        | cells[0]",
                "cells        | [\"casablanca\"]              | cells[0]",
                "cells        | [\"89396b2c903ffff\", \"88396b2c91fffff\"] | cells"
            })
    void refusesWhatItCannotAnalyse(String field, String value, String fault) {
        var body = new HashMap<String, Object>(
                Map.of("points", "[%s]".formatted(json(33.5, -7.6)), "permutations", "99", "seed", "1"));
        body.put(field, value);
        var text = new StringBuilder("{");
        body.forEach((name, content) -> text.append(text.length() > 1 ? ", " : "")
                .append('"')
                .append(name)
                .append("\": ")
                .append(content));

        as(ANALYST)
                .body(text.append('}').toString())
                .post(ANALYSIS)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(startsWith(fault)));
    }

    @Test
    void refusesMorePointsThanItTakesAndMoreNearPairsThanItCounts() {
        // Given
        var crowd =
                IntStream.range(0, 4_000).mapToObj(k -> point(33.5, -7.6, k)).toList();
        var many = IntStream.rangeClosed(0, SpotAnalysisRequest.MOST_POINTS)
                .mapToObj(k -> point(33.5 + 1e-6 * k, -7.6, k))
                .toList();

        // Then
        as(ANALYST)
                .body(Map.of("points", crowd, "permutations", 99, "seed", 1))
                .post(ANALYSIS)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("points"));
        as(ANALYST)
                .body(Map.of("points", many, "permutations", 99, "seed", 1))
                .post(ANALYSIS)
                .then()
                .statusCode(400)
                .body("violations[0]", allOf(notNullValue()))
                .body("violations.field", hasItem("points"));
    }

    /** One for all tests: its map takes a while. */
    private synchronized String planted() {
        if (planted == null) {
            planted = BlackSpotFixture.territory();
            fixture.plant(planted);
            fixture.compute(planted);
        }
        return planted;
    }

    private static TestTokens commander(String jurisdiction) {
        return TestTokens.of("commander", Roles.COMMANDER).withJurisdictions(jurisdiction);
    }

    private static VerifiedIncident elsewhere() {
        return new VerifiedIncident(
                IdGenerator.next(), "", 33.56, -7.62, Instant.now().minusSeconds(60), true, "elsewhere");
    }

    private static Map<String, Object> point(double latitude, double longitude, int day) {
        return Map.of(
                "latitude",
                latitude,
                "longitude",
                longitude,
                "at",
                Instant.parse("2026-01-01T00:00:00Z")
                        .plusSeconds(86_400L * (day % 300))
                        .toString());
    }

    private static String json(double latitude, double longitude) {
        return "{\"latitude\": %s, \"longitude\": %s, \"at\": \"2026-01-01T00:00:00Z\"}".formatted(latitude, longitude);
    }
}
