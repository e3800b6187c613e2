package ma.balagh.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import ma.balagh.audit.transparency.CanonicalJsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the log for an entry. It shows nothing of the entry to who does not have it, since nobody guesses the salt.
 *
 * @param entryId absent of a blank leaf
 * @param salt 16 bytes; absent of a blank leaf
 * @param commitment SHA-256 of the entry with the salt, as audit/README.md tells; 32 random bytes of a blank leaf
 */
record AuditLeaf(@Nullable UUID entryId, byte @Nullable [] salt, byte[] commitment) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static AuditLeaf of(AuditEntryView entry) {
        byte[] salt = random(16);
        return new AuditLeaf(entry.id(), salt, commitment(entry, HexFormat.of().formatHex(salt)));
    }

    static AuditLeaf blank() {
        return new AuditLeaf(null, null, random(32));
    }

    /** @param salt in hexadecimal digits */
    static byte[] commitment(AuditEntryView entry, String salt) {
        var json = new CanonicalJsonWriter()
                .member("at", entry.at().truncatedTo(ChronoUnit.MILLIS).toEpochMilli())
                .member("format", "balagh-audit/1")
                .member("id", entry.id().toString())
                .member("kind", entry.kind().name());
        if (entry.person() != null) {
            json.member("person", entry.person());
        }
        json.member("personName", entry.personName());
        if (entry.purpose() != null) {
            json.member("purpose", entry.purpose());
        }
        if (entry.record() != null) {
            json.member("record", entry.record().toString());
        }
        json.member("recordType", entry.recordType()).member("salt", salt);
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.end().getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
