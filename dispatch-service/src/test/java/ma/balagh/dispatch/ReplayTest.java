package ma.balagh.dispatch;

import static ma.balagh.dispatch.Story.AFFAIRS;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** A command that is sent again is answered again, but only to who still may see what it was about. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class ReplayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Test
    void answersNothingAgainToADispatcherWhoHasMoved() {
        // Given
        var toAssign = incident(kafka);
        var assignment = assigned(incident(kafka), unit(callSign()));
        var toResolve = incident(kafka);
        onScene(toResolve, unit(callSign()));

        // Then
        isForgottenElsewhere(
                DISPATCHER, "/incidents/" + toAssign + "/assignments", Map.of("unitId", unit(callSign())), 201);
        isForgottenElsewhere(DISPATCHER, "/assignments/" + assignment + "/progress", Map.of("status", "EN_ROUTE"), 200);
        isForgottenElsewhere(
                DISPATCHER,
                "/incidents/" + toResolve + "/outcome",
                Map.of("kind", "ARRESTED", "persons", 1, "note", "told by radio"),
                200);
        isForgottenElsewhere(
                DISPATCHER,
                "/incidents/" + toResolve + "/referral",
                Map.of(
                        "court",
                        "Casablanca",
                        "reference",
                        "2026/1",
                        "at",
                        Instant.now().toString()),
                200);
    }

    @Test
    void answersNothingAgainToAnInspectorWhoHasMoved() {
        // Given
        var dossierId = IdGenerator.next();
        kafka.publish(Story.misconduct(dossierId));

        // Then
        isForgottenElsewhere(
                AFFAIRS,
                "/inquiries/" + inquiryOf(dossierId) + "/closing",
                Map.of("finding", "UNSUBSTANTIATED", "reason", "another uniform"),
                200);
    }

    private static void isForgottenElsewhere(TestTokens person, String path, Map<String, ?> command, int answered) {
        var key = IdGenerator.next().toString();
        var first = post(person, key, path, command);
        assertThat(first.statusCode()).as(path).isEqualTo(answered);
        assertThat(post(person, key, path, command).asString()).as(path).isEqualTo(first.asString());
        var elsewhere = post(person.withJurisdictions("MA-RBA"), key, path, command);
        assertThat(elsewhere.statusCode()).as(path).isEqualTo(404);
    }

    private static Response post(TestTokens person, String key, String path, Map<String, ?> command) {
        return as(person)
                .header("Idempotency-Key", key)
                .headers(path.endsWith("/assignments") ? Map.of("If-Match", Story.UNASSIGNED) : Map.of())
                .body(command)
                .post("/api/v1" + path);
    }

    private static UUID inquiryOf(UUID dossierId) {
        String id = await().atMost(PATIENCE)
                .until(
                        () -> as(AFFAIRS)
                                .get("/api/v1/inquiries?limit=200")
                                .then()
                                .extract()
                                .<String>path("items.find { it.dossierId == '%s' }?.id".formatted(dossierId)),
                        found -> found != null);
        return UUID.fromString(id);
    }
}
