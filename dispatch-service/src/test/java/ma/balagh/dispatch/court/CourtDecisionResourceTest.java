package ma.balagh.dispatch.court;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.OFFICER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.referral;
import static ma.balagh.dispatch.Story.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class CourtDecisionResourceTest {

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID incidentId;

    @BeforeEach
    void arrest() {
        incidentId = incident(kafka);
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "ARRESTED", 1).statusCode(200);
    }

    @Test
    void showsWhatWasDecidedInItsOrder() {
        // Given
        referral(incidentId).statusCode(200);

        // When
        var charged = decision("CHARGED");
        tell("key-" + incidentId, charged).statusCode(201);
        tell("key-" + incidentId, charged).statusCode(201);
        tell(IdGenerator.next().toString(), decision("CONVICTED")).statusCode(201);

        // Then
        as(TestTokens.of("analyst", Roles.ANALYST))
                .get("/api/v1/incidents/{id}/court-decisions", incidentId)
                .then()
                .body("items.kind", contains("CHARGED", "CONVICTED"))
                .body("items[0].by", equalTo("officer"));
        as(DISPATCHER)
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .body("timeline.findAll { it.kind == 'COURT_DECIDED' }", hasSize(2));
    }

    @Test
    void takesNoneBeforeTheReferral() {
        tell(IdGenerator.next().toString(), decision("CHARGED"))
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-transition"));
    }

    @Test
    void takesNoneOfWhoReadAnOlderVersion() {
        // Given
        var read = as(OFFICER).get("/api/v1/incidents/{id}", incidentId).header("ETag");
        referral(incidentId).statusCode(200);

        // When // Then
        as(OFFICER)
                .header("If-Match", read)
                .body(decision("CHARGED"))
                .post("/api/v1/incidents/{id}/court-decisions", incidentId)
                .then()
                .statusCode(412);
    }

    @Test
    void refusesWhatCannotBe() {
        // Given
        referral(incidentId).statusCode(200);

        // When // Then
        tell(IdGenerator.next().toString(), decision("CHARGED", "2020-01-01T00:00:00.000Z"))
                .statusCode(400)
                .body("violations.field", hasItem("decidedAt"));
        tell(IdGenerator.next().toString(), decision("CHARGED", "2099-01-01T00:00:00.000Z"))
                .statusCode(400);
        tell(IdGenerator.next().toString(), decision("PARDONED")).statusCode(400);
        tell(IdGenerator.next().toString(), decision("CHARGED").replace("by the panel", " "))
                .statusCode(400);
    }

    private ValidatableResponse tell(String key, String decision) {
        return as(OFFICER)
                .header("Idempotency-Key", key)
                .body(decision)
                .post("/api/v1/incidents/{id}/court-decisions", incidentId)
                .then();
    }

    private static String decision(String kind) {
        return decision(kind, Instant.now().toString());
    }

    private static String decision(String kind, String at) {
        return """
                {"kind": "%s", "court": "Casablanca", "reference": "2026/77", "decidedAt": "%s",
                 "summary": "by the panel"}""".formatted(kind, at);
    }
}
