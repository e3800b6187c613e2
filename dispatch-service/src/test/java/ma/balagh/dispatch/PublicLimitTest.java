package ma.balagh.dispatch;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.balagh.http.ProblemException;
import ma.balagh.http.PublicRequestLimiter;
import ma.balagh.platform.test.TestPlatform;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is answered without a token is answered so many times a second, and no more. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class PublicLimitTest {

    private static final Pattern PUBLIC = Pattern.compile("(?m)^  (/api/v1/public/[^:\\s]+):$");

    @Inject
    PublicRequestLimiter limiter;

    @ParameterizedTest
    @MethodSource("publicPaths")
    void isAnsweredUpToTheLimit(String path) throws InterruptedException {
        // Given somebody who takes each place as soon as it is free
        var isOver = new AtomicBoolean();
        var others = Thread.ofPlatform().start(() -> takePlaces(isOver));

        // When // Then
        try {
            Awaitility.await()
                    .untilAsserted(() -> given().get(path)
                            .then()
                            .statusCode(429)
                            .header("Retry-After", "1")
                            .body("type", containsString("too-many-requests")));
        } finally {
            isOver.set(true);
            others.join();
        }
        Awaitility.await().until(() -> given().get(path).statusCode(), status -> status != 429);
    }

    private void takePlaces(AtomicBoolean isOver) {
        while (!isOver.get()) {
            try {
                limiter.require();
            } catch (ProblemException full) {
                Thread.onSpinWait();
            }
        }
    }

    /** All that the interface has. */
    static Stream<String> publicPaths() throws IOException {
        return PUBLIC.matcher(Files.readString(Path.of("openapi.yaml")))
                .results()
                .map((MatchResult found) ->
                        found.group(1).replace("{id}", UUID.randomUUID().toString()));
    }
}
