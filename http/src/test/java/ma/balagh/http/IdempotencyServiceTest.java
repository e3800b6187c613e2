package ma.balagh.http;

import static ma.balagh.http.Requests.SAMPLES;
import static ma.balagh.http.Requests.by;
import static ma.balagh.http.Requests.byAnalyst;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.balagh.platform.test.TestPostgres;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class IdempotencyServiceTest {

    @Inject
    Samples samples;

    private final String key = UUID.randomUUID().toString();
    private final String name = "sample " + key.substring(0, 8);

    @Test
    void givesTheSameAnswerAgain() {
        // Given
        Response first = create(key, name);

        // When
        Response second = create(key, name);

        // Then
        assertThat(first.getStatusCode()).isEqualTo(201);
        assertThat(second.getStatusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.getHeader("Location")).isEqualTo(first.getHeader("Location"));
        assertThat(second.getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(second.getContentType()).startsWith("application/json");
        assertThat(samples.count(name)).isEqualTo(1);
    }

    @Test
    void createsOnceForManyClientsAtOnce() throws Exception {
        // Given
        Callable<String> request = () -> create(key, name).asString();

        // When
        List<Future<String>> answers;
        try (var clients = Executors.newFixedThreadPool(8)) {
            answers = clients.invokeAll(
                    IntStream.range(0, 8).mapToObj(_ -> request).toList());
        }

        // Then
        assertThat(answers)
                .extracting(Future::get)
                .containsOnly(answers.getFirst().get());
        assertThat(answers.getFirst().get()).contains(name);
        assertThat(samples.count(name)).isEqualTo(1);
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        // Given
        create(key, name);

        // When
        Response response = create(key, name + " changed");

        // Then
        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void takesTheSameBodyWrittenInAnotherWay() {
        // Given
        Response first = create(key, name);

        // When
        Response second = byAnalyst()
                .header(IdempotencyService.HEADER, key)
                .body("{ \"tags\": null,\n \"name\": \"%s\" }".formatted(name))
                .post(SAMPLES);

        // Then
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void keepsTheKeysOfTwoCallersApart() {
        // Given
        create(key, name);

        // When
        Response other = by(TestTokens.of("analyst2", Roles.ANALYST))
                .header(IdempotencyService.HEADER, key)
                .body("{\"name\": \"%s\"}".formatted(name))
                .post(SAMPLES);

        // Then
        assertThat(other.getStatusCode()).isEqualTo(201);
        assertThat(samples.count(name)).isEqualTo(2);
    }

    @Test
    void givesNoEarlierAnswerAboutWhatHasBeenHiddenSince() {
        // Given
        UUID id = samples.create(name);
        assertThat(rename(id, name).getStatusCode()).isEqualTo(200);
        assertThat(rename(id, name).asString()).contains(name);

        // When
        samples.hide(id);

        // Then
        assertThat(rename(id, name).getStatusCode()).isEqualTo(404);
        assertThat(rename(id, name + " changed").getStatusCode()).isEqualTo(404);
    }

    @Test
    void createsEachTimeWithoutAKey() {
        // When
        byAnalyst().body("{\"name\": \"%s\"}".formatted(name)).post(SAMPLES);
        byAnalyst().body("{\"name\": \"%s\"}".formatted(name)).post(SAMPLES);

        // Then
        assertThat(samples.count(name)).isEqualTo(2);
    }

    @Test
    void letsARequestThatFailedBeSentAgain() {
        // Given
        Response refused = byAnalyst()
                .header(IdempotencyService.HEADER, key)
                .body("{\"name\": \"\"}")
                .post(SAMPLES);

        // When
        Response accepted = create(key, name);

        // Then
        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(accepted.getStatusCode()).isEqualTo(201);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        // When
        Response response = create("k".repeat(256), name);

        // Then
        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("violations[0].field")).isEqualTo("Idempotency-Key");
    }

    @Test
    void forgetsKeysAfterAWeek() {
        // Given
        create(key, name);
        samples.backdateKey(key);
        create(UUID.randomUUID().toString(), name);

        // When
        Response response = create(key, name);

        // Then
        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(samples.count(name)).isEqualTo(3);
    }

    private Response rename(UUID id, String to) {
        return byAnalyst()
                .header(IdempotencyService.HEADER, key)
                .body("{\"name\": \"%s\"}".formatted(to))
                .post(SAMPLES + "/{id}/renaming", id);
    }

    private static Response create(String key, String name) {
        return byAnalyst()
                .header(IdempotencyService.HEADER, key)
                .body("{\"name\": \"%s\"}".formatted(name))
                .post(SAMPLES);
    }
}
