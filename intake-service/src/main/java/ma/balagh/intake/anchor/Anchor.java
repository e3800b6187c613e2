package ma.balagh.intake.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import ma.balagh.audit.transparency.CanonicalJsonWriter;
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
public record Anchor(
        long number, Instant at, long size, String root, String previousHash, String keyId, byte[] signature) {

    /** What is signed, as canonical JSON. */
    static CanonicalJsonWriter statement(
            long number, Instant at, long size, String root, String previousHash, String keyId) {
        return new CanonicalJsonWriter()
                .member("at", CustodyEntry.time(at))
                .member("format", "balagh-anchor/1")
                .member("keyId", keyId)
                .member("number", number)
                .member("previousHash", previousHash)
                .member("root", root)
                .member("size", size);
    }

    /** The anchor as it is kept outside the database: statement and signature, as canonical JSON. */
    public byte[] file() {
        return new CanonicalJsonWriter()
                .member("signature", Base64.getEncoder().encodeToString(signature))
                .member("statement", statement(number, at, size, root, previousHash, keyId))
                .end()
                .getBytes(UTF_8);
    }

    /** SHA-256 of the file: what the next anchor names. */
    public String hash() {
        return sha256(file());
    }

    /**
     * Whether it is signed by the key that it names, and that is this one.
     *
     * @param publicKey SubjectPublicKeyInfo in DER
     */
    public boolean isSignedBy(byte[] publicKey) {
        try {
            Signature verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
            verifying.update(
                    statement(number, at, size, root, previousHash, keyId).end().getBytes(UTF_8));
            return sha256(publicKey).equals(keyId) && verifying.verify(signature);
        } catch (GeneralSecurityException e) {
            // No key, or no signature.
            return false;
        }
    }

    /** A file's name without its ending; names sort as numbers do. */
    public static String name(long number) {
        return String.format(Locale.ROOT, "%012d", number);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
