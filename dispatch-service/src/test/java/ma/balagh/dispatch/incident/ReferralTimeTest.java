package ma.balagh.dispatch.incident;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.OFFICER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.unit;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form knows the minute of a referral, and all may have happened within it. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class ReferralTimeTest {

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID incidentId;

    @BeforeEach
    void arrest() {
        incidentId = incident(kafka);
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "ARRESTED", 1).statusCode(200);
    }

    @Test
    void isTheOpeningWithinItsMinuteAndNeverBefore() {
        // Given: it was opened minutes before its outcome
        database.execute("update incident set opened_at = opened_at - interval '10 minutes' where id = ?", incidentId);
        String opened = shown("openedAt");
        var minute = Instant.parse(opened).truncatedTo(ChronoUnit.MINUTES);

        // Then
        refer(incidentId, minute.minusSeconds(1))
                .statusCode(400)
                .body("violations[0].field", equalTo("at"))
                .body("violations[0].code", equalTo("TOO_EARLY"));
        refer(incidentId, minute).statusCode(200).body("referral.at", equalTo(opened));
    }

    @Test
    void isTheOutcomeWithinItsMinute() {
        // Given
        String told = shown("outcome.at");

        // Then
        refer(incidentId, Instant.parse(told).truncatedTo(ChronoUnit.MINUTES))
                .statusCode(200)
                .body("referral.at", equalTo(told));
    }

    private String shown(String path) {
        return as(DISPATCHER)
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .extract()
                .path(path);
    }

    private static ValidatableResponse refer(UUID incidentId, Instant at) {
        return as(OFFICER)
                .body(Map.of("court", "Casablanca", "reference", "2026/1", "at", at.toString()))
                .post("/api/v1/incidents/{id}/referral", incidentId)
                .then();
    }
}
