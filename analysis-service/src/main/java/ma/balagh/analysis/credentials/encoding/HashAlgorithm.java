package ma.balagh.analysis.credentials.encoding;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** The digest algorithms that C2PA allows (specification 2.2, 13.1). */
public enum HashAlgorithm {
    SHA256("sha256", "SHA-256", "2.16.840.1.101.3.4.2.1"),
    SHA384("sha384", "SHA-384", "2.16.840.1.101.3.4.2.2"),
    SHA512("sha512", "SHA-512", "2.16.840.1.101.3.4.2.3");

    private final String id;
    private final String jca;
    private final String oid;

    HashAlgorithm(String id, String jca, String oid) {
        this.id = id;
        this.jca = jca;
        this.oid = oid;
    }

    /** By C2PA's name. */
    public static Optional<HashAlgorithm> named(String id) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.id.equals(id))
                .findFirst();
    }

    /** By the object identifier that certificates and time stamps use. */
    public static Optional<HashAlgorithm> identified(String oid) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.oid.equals(oid))
                .findFirst();
    }

    public MessageDigest digest() {
        try {
            return MessageDigest.getInstance(jca);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean matches(ByteBuffer bytes, byte[] expected) {
        MessageDigest digest = digest();
        digest.update(bytes.duplicate());
        return MessageDigest.isEqual(digest.digest(), expected);
    }

    /** As Java's names of signatures write it, such as {@code SHA256}. */
    public String inSignatureNames() {
        return name();
    }
}
