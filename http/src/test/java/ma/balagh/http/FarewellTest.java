package ma.balagh.http;

import static ma.balagh.http.Requests.SAMPLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** In an application of its own, which is about to end when the test is over. */
@QuarkusTest
@TestProfile(OutagesTest.NothingIsThere.class)
class FarewellTest {

    @Inject
    Event<ShutdownDelayInitiatedEvent> end;

    @Test
    void endsConnectionsWithTheNextAnswerOnceItIsToldToStop() {
        // Given
        assertThat(connectionHeader()).isNull();

        // When
        end.fire(new ShutdownDelayInitiatedEvent());

        // Then
        assertThat(connectionHeader()).isEqualTo("close");
    }

    private static String connectionHeader() {
        return RestAssured.get(SAMPLES + "/open?name=a").getHeader("Connection");
    }
}
