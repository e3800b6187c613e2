package ma.balagh.intake.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import ma.balagh.intake.custody.CanonicalJson;
import ma.balagh.intake.custody.CustodyEntry;

/**
 * A signed head of the journal.
 *
 * @param number 1 for the first, without gaps
 * @param at when, in whole milliseconds
 * @param size leaves of the journal that it covers
 * @param root the journal's root (RFC 9162) at that size
 * @param previousHash hash of the anchor before; 64 zeros in the first
 * @param signature Ed25519 over the statement
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Anchor(long number, Instant at, long size, String root, String previousHash, String keyId, byte[] signature) {

    /** What is signed, as canonical JSON. */
    static CanonicalJson statement(long number, Instant at, long size, String root, String previousHash, String keyId) {
        return new CanonicalJson()
                .member("at", CustodyEntry.time(at))
                .member("format", "balagh-anchor/1")
                .member("keyId", keyId)
                .member("number", number)
                .member("previousHash", previousHash)
                .member("root", root)
                .member("size", size);
    }

    /** The anchor as it is kept outside the database: statement and signature, as canonical JSON. */
    byte[] file() {
        return new CanonicalJson()
                .member("signature", Base64.getEncoder().encodeToString(signature))
                .member("statement", statement(number, at, size, root, previousHash, keyId))
                .end()
                .getBytes(UTF_8);
    }

    /** SHA-256 of the file: what the next anchor names. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A file's name without its ending; names sort as numbers do. */
    static String name(long number) {
        return String.format(Locale.ROOT, "%012d", number);
    }
}
