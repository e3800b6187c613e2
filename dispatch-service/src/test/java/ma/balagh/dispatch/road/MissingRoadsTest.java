package ma.balagh.dispatch.road;

import static io.restassured.RestAssured.given;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.LATITUDE;
import static ma.balagh.dispatch.Story.LONGITUDE;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.unit;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without the extract that is configured, units are timed along the straight line, and everybody is told so. */
@Tag("long")
@QuarkusTest
@TestProfile(MissingRoadsTest.WithoutTheExtract.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class MissingRoadsTest {

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    public static final class WithoutTheExtract implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("balagh.road.extract", "target/vanished.osm.pbf");
        }
    }

    @Test
    void saysSoOfEachUnitThatIsTimed() {
        // Given
        var timed = callSign();
        var lost = callSign();
        as(DISPATCHER)
                .body(Map.of("latitude", LATITUDE, "longitude", LONGITUDE))
                .put("/api/v1/units/{id}/position", unit(timed))
                .then()
                .statusCode(200);
        unit(lost);

        // When
        var recommended = as(DISPATCHER).get("/api/v1/incidents/{id}/recommendations", incident(kafka));

        // Then
        var reasons = "items.find { it.callSign == '%s' }.reasons.code";
        recommended
                .then()
                .statusCode(200)
                .body("items.find { it.callSign == '%s' }.basis".formatted(timed), equalTo("STRAIGHT_LINE"))
                .body(reasons.formatted(timed), hasItem("ROADS_MISSING"))
                .body(reasons.formatted(lost), not(hasItem("ROADS_MISSING")));
    }

    @Test
    void isReadyAndSaysWhatIsMissing() {
        var missing = "checks.find { it.name == 'roads' }.data.missing";
        await().until(() -> given().get("/q/health/ready").path(missing), endsWith("does not exist, or is no file"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'roads' }.data.basis", equalTo("STRAIGHT_LINE"));
    }
}
