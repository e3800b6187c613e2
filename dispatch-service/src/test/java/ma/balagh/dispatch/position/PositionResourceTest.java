package ma.balagh.dispatch.position;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.fieldUnit;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class PositionResourceTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    Database database;

    @Inject
    PositionExpiryScheduler expiry;

    @Test
    void showsWhereAUnitIsAndWhereItGoes() {
        // Given
        var id = unit(callSign());

        // When
        var said = as(DISPATCHER)
                .body(Map.of("latitude", 33.6, "longitude", -7.6, "heading", 271.5, "speed", 13.9, "accuracy", 8))
                .put("/api/v1/units/{id}/position", id)
                .then();

        // Then
        said.statusCode(200).body("position.heading", equalTo(271.5f));
        as(DISPATCHER)
                .get("/api/v1/units/{id}", id)
                .then()
                .body("position.latitude", equalTo(33.6f))
                .body("position.speed", equalTo(13.9f))
                .body("position.accuracy", equalTo(8.0f));
    }

    @Test
    void changesNothingElseOfTheUnit() {
        // Given
        var id = unit(callSign());

        // When
        moveTo(id, 33.6, NOW.minusSeconds(10)).statusCode(200);

        // Then
        as(DISPATCHER)
                .header("If-Match", "\"1\"")
                .body(Map.of("status", "OFF_DUTY"))
                .put("/api/v1/units/{id}/status", id)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"latitude": 0, "longitude": 0}                         | latitude
            {"latitude": 0.0, "longitude": -0.0}                    | latitude
            {"latitude": 33, "longitude": -7, "heading": 360}       | heading
            {"latitude": 33, "longitude": -7, "heading": -1}        | heading
            {"latitude": 33, "longitude": -7, "speed": -1}          | speed
            {"latitude": 33, "longitude": -7, "accuracy": -1}       | accuracy
            """)
    void refusesWhatNoReceiverMeans(String body, String field) {
        as(DISPATCHER)
                .body(body)
                .put("/api/v1/units/{id}/position", unit(callSign()))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void refusesAJumpThatNoUnitMakes() {
        // Given: some 25 km in 100 seconds, which is 900 km/h
        var id = unit(callSign());
        moveTo(id, 33.6, NOW.minusSeconds(110)).statusCode(200);

        // When
        var jump = moveTo(id, 33.825, NOW.minusSeconds(10));

        // Then
        jump.statusCode(400)
                .body("violations.field", hasItem("latitude"))
                .body("violations.code", hasItem("UNFITTING"));
        as(DISPATCHER).get("/api/v1/units/{id}", id).then().body("position.latitude", equalTo(33.6f));
    }

    @Test
    void takesAFleetAndNamesWhatIsWrongWithEach() {
        // Given
        var seen = unit(callSign());
        moveTo(seen, 33.6, NOW.minusSeconds(110)).statusCode(200);
        var other = unit(callSign());
        var stranger = UUID.randomUUID();
        var place = Map.of("latitude", 33.7, "longitude", -7.6);

        // When
        var answer = as(DISPATCHER)
                .body(Map.of(
                        "items",
                        List.of(
                                Map.of("unitId", seen, "position", Map.of("latitude", 34.9, "longitude", -7.6)),
                                Map.of("unitId", other, "position", place),
                                Map.of("unitId", stranger, "position", place),
                                Map.of("unitId", other, "position", Map.of("latitude", 0, "longitude", 0)),
                                Map.of(
                                        "unitId",
                                        other,
                                        "position",
                                        Map.of(
                                                "latitude",
                                                33.7,
                                                "longitude",
                                                -7.6,
                                                "at",
                                                NOW.plus(1, ChronoUnit.DAYS).toString())))))
                .put("/api/v1/unit-positions")
                .then();

        // Then
        answer.statusCode(200)
                .body(
                        "items.violation.field",
                        contains(
                                "items[0].position.latitude",
                                "items[2].unitId",
                                "items[3].position.latitude",
                                "items[4].position.at"))
                .body("items[1].position.latitude", equalTo(33.7f));
        as(DISPATCHER).get("/api/v1/units/{id}", seen).then().body("position.latitude", equalTo(33.6f));
        as(DISPATCHER).get("/api/v1/units/{id}", other).then().body("position.latitude", equalTo(33.7f));
    }

    @Test
    void writesManyAtOnceEachForItself() throws Exception {
        // Given
        var callSigns = IntStream.range(0, 20).mapToObj(i -> callSign()).toList();
        var ids = callSigns.stream().map(Story::unit).toList();

        // When
        var statuses = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ids.size(); i++) {
                var crew = fieldUnit(callSigns.get(i));
                var of = ids.get(i % 2 == 0 ? i : 0);
                statuses.add(threads.submit(() -> as(crew).body(Map.of("latitude", 33.6, "longitude", -7.6))
                        .put("/api/v1/units/{id}/position", of)
                        .statusCode()));
            }
        }

        // Then
        for (int i = 0; i < statuses.size(); i++) {
            assertThat(statuses.get(i).get()).as("crew %d", i).isEqualTo(i % 2 == 0 ? 200 : 404);
        }
    }

    @Test
    void keepsAThinnedTrackAndRecordsWhoLooks() {
        // Given
        var id = unit(callSign());
        moveTo(id, 33.6, NOW.minusSeconds(300)).statusCode(200);
        moveTo(id, 33.6001, NOW.minusSeconds(299)).statusCode(200);
        moveTo(id, 33.61, NOW.minusSeconds(200)).statusCode(200);

        // When
        var track = as(COMMANDER).get("/api/v1/units/{id}/track", id).then();

        // Then
        track.statusCode(200)
                .body("items", hasSize(2))
                .body("items[1].latitude", equalTo(33.61f))
                .body("next", nullValue())
                .body("unitId", equalTo(id.toString()))
                .body(
                        "erasedBefore",
                        startsWith(Instant.now()
                                .minus(Duration.ofDays(30))
                                .toString()
                                .substring(0, 10)));
        assertThat(database.list(String.class, "select person_name from unit_track_consultation where unit_id = ?", id))
                .containsExactly("commander");
        as(DISPATCHER)
                .queryParam("from", NOW.minusSeconds(250).toString())
                .get("/api/v1/units/{id}/track", id)
                .then()
                .body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T00:00:00Z, 2026-11-24T00:00:00Z, to",
        "2026-10-01T00:00:00Z, 2026-11-24T00:00:00Z, from",
        "-999999999-01-01T00:00:00Z, 2026-11-24T00:00:00Z, from",
        "yesterday, 2026-11-24T00:00:00Z, from"
    })
    void refusesAPeriodThatIsNone(String from, String to, String field) {
        as(COMMANDER)
                .queryParam("from", from)
                .queryParam("to", to)
                .get("/api/v1/units/{id}/track", unit(callSign()))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void showsNoTrackToAnotherJurisdiction() {
        as(TestTokens.of("rabat", Roles.COMMANDER).withJurisdictions("MA-RBA"))
                .get("/api/v1/units/{id}/track", unit(callSign()))
                .then()
                .statusCode(404);
    }

    @Test
    void erasesWhatIsTooOld() {
        // Given
        var id = unit(callSign());
        moveTo(id, 33.6, NOW.minus(Duration.ofDays(31))).statusCode(200);
        var recent = unit(callSign());
        moveTo(recent, 33.6, NOW.minus(Duration.ofDays(29))).statusCode(200);

        // When
        expiry.erase();

        // Then
        assertThat(points(id)).isZero();
        assertThat(points(recent)).isEqualTo(1);
        as(DISPATCHER).get("/api/v1/units/{id}", id).then().body("position", nullValue());
    }

    @Test
    void leavesNothingThatIsTooOldHoweverMuchItIs() {
        // Given: more than a unit drives in a month
        var id = unit(callSign());
        database.execute("""
                insert into unit_track (unit_id, at, latitude, longitude)
                select ?, now() - interval '31 days' - n * interval '1 second', 33.6, -7.6
                from generate_series(1, 60001) as n
                """, id);

        // When
        expiry.erase();

        // Then
        assertThat(points(id)).isZero();
    }

    private long points(UUID id) {
        return database.one(Long.class, "select count(*) from unit_track where unit_id = ?", id);
    }

    private static ValidatableResponse moveTo(UUID id, double latitude, Instant at) {
        return as(DISPATCHER)
                .body(Map.of("latitude", latitude, "longitude", -7.6, "at", at.toString()))
                .put("/api/v1/units/{id}/position", id)
                .then();
    }
}
