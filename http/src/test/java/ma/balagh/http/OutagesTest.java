package ma.balagh.http;

import static ma.balagh.http.Requests.SAMPLES;
import static ma.balagh.http.Requests.byAnalyst;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OutagesTest.NothingIsThere.class)
class OutagesTest {

    @Test
    void saysThatTheDatabaseIsAway() {
        // When
        Response response = RestAssured.get(SAMPLES + "/open?name=a");

        // Then
        assertAway(response);
    }

    @Test
    void saysThatTheIdentityProviderIsAwayRatherThanThatATokenIsBad() {
        // When
        Response response = byAnalyst().get(SAMPLES + "/who");

        // Then
        assertAway(response);
    }

    private static void assertAway(Response response) {
        assertThat(response.getStatusCode()).as(response.asString()).isEqualTo(503);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    /** The service starts although nobody that it depends on answers. */
    public static final class NothingIsThere implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/balagh",
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none",
                    "quarkus.flyway.migrate-at-start", "false");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
