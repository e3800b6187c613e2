package ma.balagh.callback.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import ma.balagh.fetch.FetchOutcome.Header;
import org.junit.jupiter.api.Test;

final class WebhookSignatureTest {

    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The example that the libraries of the specification are tested with. */
    @Test
    void signsAsTheSpecificationDoes() {
        // When
        List<Header> headers = WebhookSignature.headers(
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
        assertThat(WebhookSignature.written(Base64.getDecoder().decode(SECRET))).isEqualTo("whsec_" + SECRET);
    }

    @Test
    void recognisesASignatureAmongOthers() {
        // Given
        byte[] secret = Base64.getDecoder().decode(SECRET);
        byte[] body = "{\"test\": 2432232314}".getBytes(UTF_8);
        String signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        // Then
        assertThat(isOf(secret, body, signature)).isTrue();
        assertThat(isOf(secret, body, "v1,AAAA v1a,BBBB " + signature)).isTrue();
        assertThat(isOf(secret, body, signature.replace('g', 'h'))).isFalse();
        assertThat(isOf(secret, body, "v1,")).isFalse();
        assertThat(isOf(new byte[32], body, signature)).isFalse();
        assertThat(isOf(secret, new byte[1], signature)).isFalse();
    }

    private static boolean isOf(byte[] secret, byte[] body, String signatures) {
        return WebhookSignature.isOf(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", body, signatures);
    }
}
