package ma.balagh.intake.report;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts reporters' identities: AES-256-GCM (NIST SP 800-38D) under a key of its own for each report, derived from
 * the configured secret with HKDF-SHA256 (RFC 5869). The report's id is authenticated with it, so that a row moved to
 * another report cannot be read.
 */
@ApplicationScoped
class ReporterCipher {

    /** @param keyId tells under which secret it was sealed, so that secrets can be changed */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Sealed(String keyId, byte[] nonce, byte[] ciphertext) {}

    private static final int MIN_SECRET = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    // Not static: a native image would keep the one of the machine that built it.
    private final SecureRandom random = new SecureRandom();
    private final byte[] secret;
    private final String keyId;

    /** @param secret {@code balagh.reporter.key}: at least 32 characters of a random secret */
    ReporterCipher(@ConfigProperty(name = "balagh.reporter.key") String secret) {
        if (secret.length() < MIN_SECRET) {
            throw new IllegalStateException("balagh.reporter.key must have at least " + MIN_SECRET + " characters");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.keyId = HexFormat.of().formatHex(sha256(this.secret), 0, 4);
    }

    /** Refuses a wrong secret when the service starts, not when the first identity arrives. */
    void check(@Observes StartupEvent start) {
        open(new UUID(0, 0), seal(new UUID(0, 0), new byte[0]));
    }

    Sealed seal(UUID reportId, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new Sealed(keyId, nonce, run(Cipher.ENCRYPT_MODE, reportId, nonce, plain));
    }

    /** @throws IllegalStateException when it was sealed under another secret, for another report, or was changed */
    byte[] open(UUID reportId, Sealed sealed) {
        if (!sealed.keyId().equals(keyId)) {
            throw new IllegalStateException("the identity was sealed under the key " + sealed.keyId()
                    + ", but balagh.reporter.key is " + keyId);
        }
        return run(Cipher.DECRYPT_MODE, reportId, sealed.nonce(), sealed.ciphertext());
    }

    private byte[] run(int mode, UUID reportId, byte[] nonce, byte[] input) {
        try {
            byte[] id = reportId.toString().getBytes(StandardCharsets.UTF_8);
            HKDFParameterSpec perReport =
                    HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(id, 32);
            SecretKey key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", perReport);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a reporter's identity cannot be sealed or opened", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
