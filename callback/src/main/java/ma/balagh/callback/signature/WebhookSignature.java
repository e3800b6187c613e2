package ma.balagh.callback.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ma.balagh.fetch.FetchOutcome.Header;

/**
 * The headers by which who receives a message knows who sent it, as the Standard Webhooks specification has them
 * (standardwebhooks.com, 1.0.0): HMAC-SHA256 over id, time and body, once for each secret that is valid.
 */
public final class WebhookSignature {

    private static final int MOST_SIGNATURES = 10;
    private static final String SECRET_PREFIX = "whsec_";

    private WebhookSignature() {}

    /** How a secret is written for a partner. */
    public static String written(byte[] secret) {
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /**
     * Signs one attempt.
     *
     * @param id of the message, the same in every attempt
     * @param at of the attempt, so that an old message cannot be played again
     */
    public static List<Header> headers(String id, Instant at, byte[] body, List<byte[]> secrets) {
        String timestamp = Long.toString(at.getEpochSecond());
        byte[] signed = signed(id, timestamp, body);
        String signatures =
                secrets.stream().map(secret -> "v1," + hmac(secret, signed)).collect(Collectors.joining(" "));
        return List.of(
                new Header("webhook-id", id),
                new Header("webhook-timestamp", timestamp),
                new Header("webhook-signature", signatures));
    }

    /**
     * Whether one of the signatures is that of this secret.
     *
     * @param timestamp as the header has it
     * @param signatures as the header has them
     */
    public static boolean isOf(byte[] secret, String id, String timestamp, byte[] body, String signatures) {
        byte[] expected = ("v1," + hmac(secret, signed(id, timestamp, body))).getBytes(UTF_8);
        return Stream.of(signatures.split(" ", MOST_SIGNATURES))
                // In constant time: how much of a signature is right must not show.
                .anyMatch(signature -> MessageDigest.isEqual(expected, signature.getBytes(UTF_8)));
    }

    private static byte[] signed(String id, String timestamp, byte[] body) {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes((id + "." + timestamp + ".").getBytes(UTF_8));
        signed.writeBytes(body);
        return signed.toByteArray();
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
