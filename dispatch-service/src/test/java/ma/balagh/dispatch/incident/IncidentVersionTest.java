package ma.balagh.dispatch.incident;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.progress;
import static ma.balagh.dispatch.Story.referral;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

/** An incident's {@code ETag} changes with everything that changes about it. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class IncidentVersionTest {

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Test
    void growsByOneWithEachChange() {
        // Given
        var incidentId = incident(kafka);
        assertThat(tag(incidentId)).isEqualTo("\"1\"");

        // When // Then
        var assignmentId = assigned(incidentId, unit(callSign()));
        assertThat(tag(incidentId)).isEqualTo("\"2\"");
        progress(assignmentId, "ACKNOWLEDGED").statusCode(200);
        assertThat(tag(incidentId)).isEqualTo("\"3\"");
        progress(assignmentId, "EN_ROUTE").statusCode(200);
        assertThat(tag(incidentId)).isEqualTo("\"4\"");
        progress(assignmentId, "ON_SCENE").statusCode(200);
        assertThat(tag(incidentId)).isEqualTo("\"5\"");
        assertThat(outcome(incidentId, "ARRESTED", 1).extract().header("ETag")).isEqualTo("\"6\"");
        assertThat(tag(incidentId)).isEqualTo("\"6\"");
        assertThat(referral(incidentId).extract().header("ETag")).isEqualTo("\"7\"");
        progress(assignmentId, "CLEARED").statusCode(200);
        assertThat(tag(incidentId)).isEqualTo("\"8\"");
        assertThat(as(DISPATCHER).get("/api/v1/assignments/{id}", assignmentId).header("ETag"))
                .isEqualTo("\"8\"");
    }

    private static String tag(UUID incidentId) {
        return as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).header("ETag");
    }
}
