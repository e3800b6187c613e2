package ma.balagh.intake.fetch;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest of this package's findings. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
