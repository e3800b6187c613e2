package ma.balagh.portal.evidence;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import ma.balagh.portal.shell.Input;
import ma.balagh.portal.upstream.ServiceProblem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody looks at evidence, once said.
 *
 * @param purpose of 8 to 200 characters
 */
public record ViewingPass(String purpose) {

    /** What the services ask for. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 200;

    public static ViewingPass forPurpose(@Nullable String said) {
        String purpose = Input.text(said);
        if (purpose == null || purpose.length() < SHORTEST || purpose.length() > LONGEST) {
            throw ServiceProblem.purposeMissing();
        }
        return new ViewingPass(purpose);
    }

    /** As {@code X-Purpose}. Header values are ASCII; other letters go as an ext-value (RFC 8187), as services read it. */
    public String header() {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(purpose)
                ? purpose
                : "UTF-8''" + URLEncoder.encode(purpose, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Seals passes, since a {@code <video>} can send no header: the purpose stands encrypted in the address (AES-GCM), for
     * one person and some hours, and no log can read it. Nothing is kept, so that any replica can open it.
     */
    @ApplicationScoped
    public static class Office {

        private static final Duration LIFETIME = Duration.ofHours(8);
        private static final int NONCE_BYTES = 12;
        private static final int TAG_BITS = 128;

        private final SecurityIdentity identity;
        private final Clock clock;
        private final SecretKeySpec key;
        private final SecureRandom random = new SecureRandom();

        Office(
                SecurityIdentity identity,
                Clock clock,
                @ConfigProperty(name = "quarkus.oidc.credentials.secret") String secret)
                throws GeneralSecurityException {
            this.identity = identity;
            this.clock = clock;
            this.key = derive(secret);
        }

        /** For an address that only the present person can use. */
        public String seal(ViewingPass pass) {
            byte[] purpose = pass.purpose().getBytes(StandardCharsets.UTF_8);
            byte[] plain = ByteBuffer.allocate(Long.BYTES + purpose.length)
                    .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                    .put(purpose)
                    .array();
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            try {
                byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
                byte[] pieces = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array();
                return Base64.getUrlEncoder().withoutPadding().encodeToString(pieces);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM is part of every Java", e);
            }
        }

        /** @throws ServiceProblem 428 for another person, too late, or not one of ours */
        public ViewingPass open(@Nullable String sealed) {
            try {
                byte[] pieces = Base64.getUrlDecoder().decode(sealed == null ? "" : sealed);
                if (pieces.length <= NONCE_BYTES) {
                    throw ServiceProblem.purposeMissing();
                }
                byte[] nonce = Arrays.copyOf(pieces, NONCE_BYTES);
                var plain = ByteBuffer.wrap(
                        cipher(Cipher.DECRYPT_MODE, nonce).doFinal(pieces, NONCE_BYTES, pieces.length - NONCE_BYTES));
                Instant until = Instant.ofEpochSecond(plain.getLong());
                if (clock.instant().isAfter(until)) {
                    throw ServiceProblem.purposeMissing();
                }
                return forPurpose(StandardCharsets.UTF_8.decode(plain).toString());
            } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
                throw ServiceProblem.purposeMissing();
            }
        }

        private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(identity.getPrincipal().getName().getBytes(StandardCharsets.UTF_8));
            return cipher;
        }

        private static SecretKeySpec derive(String secret) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal("balagh viewing pass".getBytes(StandardCharsets.UTF_8)), "AES");
        }
    }
}
