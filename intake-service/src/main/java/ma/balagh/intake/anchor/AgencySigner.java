package ma.balagh.intake.anchor;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Base64;
import ma.balagh.audit.transparency.AgencySigningKey;

/**
 * Signs in the agency's name, with the key of balagh.custody.signing-key. Every public key that was ever used is kept:
 * a new key replaces the old one in the configuration, and old signatures stay verifiable.
 */
@ApplicationScoped
public class AgencySigner {

    private final AgencySigningKey key;
    private final AgencySigningKeyRepository keys;
    private final Clock clock;

    AgencySigner(AnchorConfig config, AgencySigningKeyRepository keys, Clock clock) {
        this.key = AgencySigningKey.of("balagh.custody.signing-key", config.signingKey());
        this.keys = keys;
        this.clock = clock;
    }

    /** Refuses a wrong key when the service starts, not when the first anchor is due. */
    void check(@Observes StartupEvent start) {
        sign(new byte[0]);
    }

    /** What the present key is recognised by: SHA-256 of its public key, in lower-case hexadecimal digits. */
    public String keyId() {
        return key.id();
    }

    /** 64 bytes, by RFC 8032. */
    public byte[] sign(byte[] statement) {
        return key.sign(statement);
    }

    /** Keeps the present public key; before anything that it signed can be seen. */
    @Transactional
    public void remember() {
        keys.keep(key, clock.instant());
    }

    /** The public key of that name, present or past, as PEM. */
    @Transactional
    public String pem(String keyId) {
        return pem(keys.publicKey(keyId));
    }

    /** @param publicKey SubjectPublicKeyInfo in DER */
    public static String pem(byte[] publicKey) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(publicKey)
                + "\n-----END PUBLIC KEY-----\n";
    }
}
