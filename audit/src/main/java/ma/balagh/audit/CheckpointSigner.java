package ma.balagh.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import ma.balagh.audit.transparency.AgencySigningKey;
import org.jboss.logging.Logger;

/** Signs heads of the log as C2SP tlog-checkpoint and signed-note describe them. */
@ApplicationScoped
class CheckpointSigner {

    private static final Logger LOG = Logger.getLogger(CheckpointSigner.class);
    private static final byte ED25519 = 1;
    private static final int ID_LENGTH = 4;
    private static final int KEY_LENGTH = 32;

    private final AgencySigningKey key;
    private final String origin;
    private final byte[] keyId;

    CheckpointSigner(AuditLogConfig config) {
        key = AgencySigningKey.of("balagh.audit.signing-key", config.signingKey());
        origin = config.origin();
        keyId = Arrays.copyOf(sha256(join((origin + "\n").getBytes(UTF_8), typedKey())), ID_LENGTH);
    }

    /** Refuses a wrong key when the service starts, and says what witnesses have to know. */
    void check(@Observes StartupEvent start) {
        LOG.infof("the audit log is signed, key=%s", verifierKey());
    }

    /** What whoever verifies is given: the name, the id and the public key. */
    String verifierKey() {
        return "%s+%s+%s"
                .formatted(
                        origin,
                        HexFormat.of().formatHex(keyId),
                        Base64.getEncoder().encodeToString(typedKey()));
    }

    /**
     * @param size leaves
     * @param root 32 bytes
     */
    String note(long size, byte[] root) {
        String text = "%s\n%d\n%s\n".formatted(origin, size, Base64.getEncoder().encodeToString(root));
        byte[] signature = join(keyId, key.sign(text.getBytes(UTF_8)));
        return "%s\n— %s %s\n".formatted(text, origin, Base64.getEncoder().encodeToString(signature));
    }

    private byte[] typedKey() {
        byte[] encoded = key.publicKey();
        return join(new byte[] {ED25519}, Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length));
    }

    private static byte[] join(byte[] first, byte[] second) {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
