package ma.balagh.intake.upload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The checksum that the bytes of one request must have (tus, extension checksum).
 *
 * @param algorithm as Java calls it
 * @param value in Base64, with its padding
 */
record UploadChecksum(String algorithm, String value) {

    static final String HEADER = "Upload-Checksum";

    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5");

    /** @throws ma.balagh.http.ProblemException 400 when it is malformed or of another algorithm */
    static @Nullable UploadChecksum parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String[] parts = header.strip().split(" ", -1);
        String algorithm = ALGORITHMS.get(parts[0]);
        if (algorithm == null || parts.length != 2) {
            throw CommonProblem.invalid(
                    Violation.malformed(HEADER, "must be one of " + offered() + ", a space and the value in Base64"));
        }
        try {
            return new UploadChecksum(
                    algorithm,
                    Base64.getEncoder().encodeToString(Base64.getDecoder().decode(parts[1])));
        } catch (IllegalArgumentException malformed) {
            throw CommonProblem.invalid(Violation.malformed(HEADER, "must have its value in Base64"));
        }
    }

    /** As {@code Tus-Checksum-Algorithm} lists them. */
    static String offered() {
        return ALGORITHMS.keySet().stream().sorted().collect(Collectors.joining(","));
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    boolean matches(byte[] digest) {
        return Base64.getEncoder().encodeToString(digest).equals(value);
    }
}
