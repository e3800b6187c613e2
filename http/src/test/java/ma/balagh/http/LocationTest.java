package ma.balagh.http;

import static ma.balagh.http.Requests.SAMPLES;
import static ma.balagh.http.Requests.byAnalyst;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import ma.balagh.platform.test.TestPostgres;
import org.junit.jupiter.api.Test;

/** Where a created thing is does not depend on the host that a caller names. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class LocationTest {

    private final String key = UUID.randomUUID().toString();

    @Test
    void namesNoHost() {
        // When
        Response created = create("evil.test");
        Response replayed = create("services.example.org");

        // Then
        String address = SAMPLES + "/" + created.path("id");
        assertThat(created.header("Location")).isEqualTo(address);
        assertThat(replayed.header("Location")).isEqualTo(address);
        assertThat(created.headers().toString()).doesNotContain("evil");
    }

    private Response create(String host) {
        return byAnalyst()
                .header("Host", host)
                .header("X-Forwarded-Host", host)
                .header(IdempotencyService.HEADER, key)
                .body("{\"name\": \"sample " + key.substring(0, 8) + "\"}")
                .post(SAMPLES);
    }
}
