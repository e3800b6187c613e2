package ma.balagh.dispatch.recommendation;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.LATITUDE;
import static ma.balagh.dispatch.Story.LONGITUDE;
import static ma.balagh.dispatch.Story.afterReading;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.unit;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class RecommendationResourceTest {

    private static final String ROLE = "items.find { it.callSign == '%s' }.role";
    private static final String CODES = "items.find { it.callSign == '%s' }.reasons.code";

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Test
    void recommendsTheUnitOnTheSpotAndExplainsATakenOne() {
        // Given
        var best = callSign();
        as(DISPATCHER)
                .body(Map.of("latitude", LATITUDE, "longitude", LONGITUDE))
                .put("/api/v1/units/{id}/position", unit(best))
                .then()
                .statusCode(200);
        var taken = callSign();
        assigned(incident(kafka), unit(taken));
        var incidentId = incident(kafka);

        // When
        var answer = as(DISPATCHER)
                .get("/api/v1/incidents/{id}/recommendations", incidentId)
                .then();

        // Then
        answer.statusCode(200)
                .body("items[0].callSign", equalTo(best))
                .body("items[0].available", equalTo(true))
                .body("items[0].distanceMeters", equalTo(0))
                .body("items[0].basis", equalTo("STRAIGHT_LINE"))
                .body("items[0].reasons.code", hasItem("FASTEST"))
                .body("items[0].reasons.find { it.code == 'FASTEST' }.seconds", equalTo(0))
                .body("items.find { it.callSign == '%s' }.available".formatted(taken), equalTo(false))
                .body("items.find { it.callSign == '%s' }.reasons.code".formatted(taken), hasItem("UNIT_ASSIGNED"));
    }

    @Test
    void leavesOutWhoIsOnTheIncidentAlready() {
        // Given
        var incidentId = incident(kafka);
        var other = incident(kafka);
        var coming = callSign();
        var there = callSign();
        var elsewhere = callSign();
        assigned(incidentId, unit(coming));
        onScene(incidentId, unit(there));
        assigned(other, unit(elsewhere));

        // When // Then
        recommended(incidentId)
                .body("items.callSign", hasItem(elsewhere))
                .body("items.callSign", not(hasItem(coming)))
                .body("items.callSign", not(hasItem(there)));
        recommended(other)
                .body(CODES.formatted(coming), hasItem("UNIT_ASSIGNED"))
                .body(CODES.formatted(there), hasItem("UNIT_ON_SCENE"));
    }

    @Test
    void saysWhoTheRunCardAsksForUntilTheyAreThere() {
        // Given
        var boat = Map.of("role", "SEARCH", "kinds", List.of("SPEEDBOAT"), "count", 1);
        as(DISPATCHER)
                .body(Map.of(
                        "jurisdiction",
                        "MA-CAS-ANFA",
                        "type",
                        "SNATCHING",
                        "alarmLevel",
                        3,
                        "requirements",
                        List.of(boat)))
                .post("/api/v1/run-cards")
                .then()
                .statusCode(201);
        var incidentId = incident(kafka);
        as(DISPATCHER)
                .body(Map.of("type", "SNATCHING", "alarmLevel", 3))
                .put("/api/v1/incidents/{id}/classification", incidentId)
                .then()
                .statusCode(200);
        var car = callSign();
        unit(car);
        var speedboat = callSign();
        String speedboatId = as(DISPATCHER)
                .body(Map.of("callSign", speedboat, "kind", "SPEEDBOAT", "crew", 2, "jurisdiction", "MA-CAS"))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        var open = recommended(incidentId);

        // Then
        open.body(ROLE.formatted(speedboat), equalTo("SEARCH"))
                .body(CODES.formatted(speedboat), hasItem("FITS_ROLE"))
                .body(ROLE.formatted(car), nullValue())
                .body(CODES.formatted(car), hasItem("FITS_NO_ROLE"));

        // When
        afterReading(incidentId)
                .body(Map.of("unitId", speedboatId, "role", "SEARCH"))
                .post("/api/v1/incidents/{id}/assignments", incidentId)
                .then()
                .statusCode(201);

        // Then
        recommended(incidentId).body(CODES.formatted(car), not(hasItem("FITS_NO_ROLE")));
    }

    private static ValidatableResponse recommended(UUID incidentId) {
        return as(DISPATCHER)
                .get("/api/v1/incidents/{id}/recommendations", incidentId)
                .then()
                .statusCode(200);
    }
}
