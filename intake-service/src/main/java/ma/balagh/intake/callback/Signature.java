package ma.balagh.intake.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ma.balagh.intake.fetch.FetchOutcome.Header;

/**
 * The headers by which a partner knows that a message is from us, as the Standard Webhooks specification has them
 * (standardwebhooks.com, 1.0.0): HMAC-SHA256 over id, time and body, once for each secret that is valid.
 */
final class Signature {

    private static final String SECRET_PREFIX = "whsec_";

    private Signature() {}

    /** How a secret is written for a partner. */
    static String written(byte[] secret) {
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /**
     * Signs one attempt.
     *
     * @param id of the message, the same in every attempt
     * @param at of the attempt, so that an old message cannot be played again
     */
    static List<Header> headers(String id, Instant at, byte[] body, List<byte[]> secrets) {
        String timestamp = Long.toString(at.getEpochSecond());
        var signed = new ByteArrayOutputStream();
        signed.writeBytes((id + "." + timestamp + ".").getBytes(UTF_8));
        signed.writeBytes(body);
        String signatures = secrets.stream()
                .map(secret -> "v1," + hmac(secret, signed.toByteArray()))
                .collect(Collectors.joining(" "));
        return List.of(
                new Header("webhook-id", id),
                new Header("webhook-timestamp", timestamp),
                new Header("webhook-signature", signatures));
    }

    private static String hmac(byte[] secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
