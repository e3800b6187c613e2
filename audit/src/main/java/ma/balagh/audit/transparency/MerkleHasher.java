package ma.balagh.audit.transparency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of a Merkle tree of RFC 9162, section 2.1.1, with SHA-256; each is 32 bytes. */
public final class MerkleHasher {

    private MerkleHasher() {}

    /** Of a tree without leaves. */
    public static byte[] empty() {
        return sha256().digest();
    }

    public static byte[] leaf(byte[] content) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) 0);
        return sha256.digest(content);
    }

    public static byte[] parent(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
