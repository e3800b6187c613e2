package ma.balagh.dispatch.recommendation;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.LATITUDE;
import static ma.balagh.dispatch.Story.LONGITUDE;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.unit;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class RecommendationResourceTest {

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
                .body("items.find { it.callSign == '%s' }.available".formatted(taken), equalTo(false))
                .body("items.find { it.callSign == '%s' }.reasons.code".formatted(taken), hasItem("UNIT_ASSIGNED"));
    }
}
