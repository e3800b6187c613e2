package ma.balagh.intake.obtain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import ma.balagh.intake.source.feed.CanonicalAddress;

/** A hash that equal links have in common. */
final class AddressFingerprint {

    private AddressFingerprint() {}

    /** The address as it compares with others, or as it is told where it is none of the web. */
    static String compared(String address) {
        return CanonicalAddress.of(address).map(CanonicalAddress::value).orElse(address);
    }

    /** SHA-256 of the compared address, which may be longer than an index takes. */
    static byte[] of(String address) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(compared(address).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
