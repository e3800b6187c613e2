package ma.balagh.dispatch.patrol;

import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.Story;
import ma.balagh.dispatch.blackspot.BlackSpotFixture;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class BlackSpotPlanTest {

    private static final String PATH = "/api/v1/patrol-plans";

    @Inject
    BlackSpotFixture blackSpots;

    @Inject
    PatrolFixture patrols;

    @Test
    void visitsBlackSpotsAtTheHoursAtWhichTheyAre() {
        // Given a town where it happens after nine in the evening
        var territory = BlackSpotFixture.territory();
        blackSpots.plant(territory);
        blackSpots.compute(territory);
        var commander = TestTokens.of("commander", Roles.COMMANDER).withJurisdictions(territory);
        var noon = Instant.now()
                .atZone(ZoneId.of("Africa/Casablanca"))
                .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
                .with(LocalTime.NOON)
                .toInstant();

        var dispatcher = TestTokens.of("dispatcher", Roles.DISPATCHER).withJurisdictions(territory);
        var unit = as(dispatcher)
                .body(Map.of("callSign", Story.callSign(), "kind", "CAR", "crew", 2, "jurisdiction", territory))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        as(dispatcher)
                .body(Map.of(
                        "beginsAt", noon.toString(),
                        "endsAt", noon.plus(Duration.ofHours(12)).toString()))
                .put("/api/v1/units/{id}/shift", unit)
                .then()
                .statusCode(200);

        // When
        var found = plan(commander, territory, noon, unit, List.of());

        // Then an hour's map reaches two hours further
        assertThat(moments(found, "spots.findAll { it.weight > 0.5 }.from"))
                .isNotEmpty()
                .allSatisfy(from -> assertThat(from).isAfterOrEqualTo(noon.plus(Duration.ofHours(5))));
        var visited = found.<Integer>getList("visits.findAll { it.start != null }.spot");
        var starts = moments(found, "visits.findAll { it.start != null }.start");
        assertThat(visited).isNotEmpty();
        for (int visit = 0; visit < visited.size(); visit++) {
            var spot = "spots[%d]".formatted(visited.get(visit));
            assertThat(starts.get(visit))
                    .isBetween(
                            Instant.parse(found.getString(spot + ".from")),
                            Instant.parse(found.getString(spot + ".to")));
        }

        // When somebody secures one of them by hand
        var place = Map.of(
                "name", "Souk",
                "latitude", found.getDouble("spots[0].latitude"),
                "longitude", found.getDouble("spots[0].longitude"),
                "from", noon.toString(),
                "to", noon.plus(Duration.ofHours(12)).toString(),
                "visits", 3);
        var secured = plan(commander, territory, noon, unit, List.of(place));

        // Then it is there once: units in its cell are counted for it
        var cell = found.getString("spots[0].cell");
        assertThat(secured.<Boolean>getList("spots.findAll { it.cell == '%s' }.secured".formatted(cell)))
                .containsExactly(true);
    }

    private JsonPath plan(TestTokens commander, String territory, Instant noon, String unit, List<?> places) {
        var plan = as(commander)
                .body(Map.of(
                        "jurisdiction",
                        territory,
                        "from",
                        noon.toString(),
                        "to",
                        noon.plus(Duration.ofHours(12)).toString(),
                        "units",
                        List.of(unit),
                        "places",
                        places,
                        "seed",
                        1))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        patrols.work(UUID.fromString(plan));
        return as(commander)
                .get(PATH + "/{id}", plan)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Instant> moments(JsonPath json, String path) {
        return json.<String>getList(path).stream().map(Instant::parse).toList();
    }
}
