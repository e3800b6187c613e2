package ma.balagh.intake.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import ma.balagh.intake.fetch.FetchOutcome.Header;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class SignatureTest {

    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The example that the libraries of the specification are tested with. */
    @Test
    void signsAsTheSpecificationDoes() {
        // When
        List<Header> headers = Signature.headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}".getBytes(UTF_8),
                List.of(Base64.getDecoder().decode(SECRET)));
        // Then
        assertThat(headers)
                .containsExactly(
                        new Header("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
                        new Header("webhook-timestamp", "1614265330"),
                        new Header("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    @Test
    void writesASecretAsTheSpecificationDoes() {
        assertThat(Signature.written(Base64.getDecoder().decode(SECRET))).isEqualTo("whsec_" + SECRET);
    }

    @RepeatedTest(20)
    void waitsLongerEachTimeUpToTheLongest() {
        // Given
        var backoff = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));
        // Then
        assertThat(backoff.after(0, null)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
        assertThat(backoff.after(3, null)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
        assertThat(backoff.after(Integer.MAX_VALUE, null)).isBetween(Duration.ofMinutes(30), Duration.ofHours(1));
        assertThat(backoff.after(0, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(backoff.after(0, Duration.ofDays(30))).isEqualTo(Duration.ofHours(1));
    }
}
