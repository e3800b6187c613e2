package ma.balagh.dispatch.change;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import ma.balagh.platform.test.EventStreamReader;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;

/** Opens the stream of the service under test. */
final class EventFollower {

    private EventFollower() {}

    /** @param lastEventId null for one that begins now */
    static EventStreamReader of(TestTokens person, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + RestAssured.port + "/api/v1/incidents/events");
        return EventStreamReader.open(address, person, lastEventId);
    }
}
