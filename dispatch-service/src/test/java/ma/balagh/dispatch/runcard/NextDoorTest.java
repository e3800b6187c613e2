package ma.balagh.dispatch.runcard;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.Database;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who could come from a neighbour that has not been asked for help. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class NextDoorTest {

    private static final TestTokens CASABLANCA =
            TestTokens.of("casablanca", Roles.DISPATCHER).withJurisdictions("MA-CAS");

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // written by each test
    private UUID cardId;

    /** Each test has a neighbour and a skill of its own. */
    private final String unique = callSign().substring(6, 14);

    private final String neighbour = "MA-" + unique;
    private final String callSign = callSign();

    @AfterEach
    void takeTheCardBack() {
        database.execute("delete from run_card_requirement where run_card_id = ?", cardId);
        database.execute("delete from run_card where id = ?", cardId);
    }

    @Test
    void saysWhereSomebodyIsFreeAndNotWho() {
        // Given
        var incidentId = lacking("ARMED_ROBBERY");

        // When
        neighbouringUnit(33.60, -7.62);

        // Then
        shown(incidentId)
                .body("shortfall[0].nextDoor.jurisdiction", hasItem(neighbour))
                .body("shortfall[0].nextDoor[0].kind", containsString("CAR"))
                .body("shortfall[0].nextDoor[0].estimatedSeconds", lessThan(1800))
                .body(not(containsString(callSign)));
        as(CASABLANCA).get("/api/v1/units?limit=200").then().body("items.callSign", not(hasItem(callSign)));
    }

    @Test
    void findsWhoFitsBehindManyWhoDoNot() {
        // Given
        var incidentId = lacking("THEFT");
        for (int i = 0; i < 10; i++) {
            neighbouringUnit("%s-%d".formatted(callSign, i), 33.58, -7.60, List.of());
        }

        // When
        neighbouringUnit(33.60, -7.62);

        // Then
        shown(incidentId).body("shortfall[0].nextDoor.jurisdiction", contains(neighbour));
    }

    @Test
    void saysNothingOfWhoWasAsked() {
        // Given
        var incidentId = lacking("ASSAULT");
        neighbouringUnit(33.60, -7.62);

        // When
        as(CASABLANCA)
                .body(Map.of(
                        "asking",
                        "MA-CAS",
                        "asked",
                        neighbour,
                        "reason",
                        "a siege",
                        "until",
                        Instant.now().plus(Duration.ofHours(2)).toString()))
                .post("/api/v1/help-requests")
                .then()
                .statusCode(201);

        // Then
        shown(incidentId).body("shortfall[0].nextDoor", empty());
    }

    @Test
    void saysNothingOfWhoIsFarAwayOrBusy() {
        // Given
        var incidentId = lacking("OTHER");
        neighbouringUnit(31.63, -7.98);
        var busy = neighbouringUnit(33.60, -7.62);
        as(neighbours())
                .body(Map.of("status", "OFF_DUTY"))
                .put("/api/v1/units/{id}/status", busy)
                .then()
                .statusCode(200);

        // Then
        shown(incidentId).body("shortfall[0].nextDoor", empty());
    }

    private TestTokens neighbours() {
        return TestTokens.of("neighbour", Roles.DISPATCHER).withJurisdictions(neighbour);
    }

    private UUID neighbouringUnit(double latitude, double longitude) {
        return neighbouringUnit(callSign + (int) latitude, latitude, longitude, List.of("S" + unique));
    }

    private UUID neighbouringUnit(String callSign, double latitude, double longitude, List<String> skills) {
        String id = as(neighbours())
                .body(Map.of(
                        "callSign", callSign, "kind", "CAR", "crew", 2, "jurisdiction", neighbour, "skills", skills))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(neighbours())
                .body(Map.of("latitude", latitude, "longitude", longitude))
                .put("/api/v1/units/{id}/position", id)
                .then()
                .statusCode(200);
        return UUID.fromString(id);
    }

    /** @param type of which this test alone has such a card */
    private UUID lacking(String type) {
        var incidentId = incident(kafka);
        var skilled = Map.of("role", "SEARCH", "skills", List.of("S" + unique), "count", 1);
        String id = as(DISPATCHER)
                .body(Map.of(
                        "jurisdiction", "MA-CAS-ANFA", "type", type, "alarmLevel", 2, "requirements", List.of(skilled)))
                .post("/api/v1/run-cards")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        cardId = UUID.fromString(id);
        as(DISPATCHER)
                .body(Map.of("type", type, "alarmLevel", 2))
                .put("/api/v1/incidents/{id}/classification", incidentId)
                .then()
                .statusCode(200);
        return incidentId;
    }

    private static ValidatableResponse shown(UUID incidentId) {
        return as(CASABLANCA).get("/api/v1/incidents/{id}", incidentId).then().statusCode(200);
    }
}
