package ma.balagh.intake.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SHA-256 digest: the name of an evidence's bytes. */
public record Sha256Digest(String hex) {

    /** The folder that all of it lies under. */
    static final String ROOT = "sha256";

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAMED = Pattern.compile("(?:^|,)\\s*sha-256\\s*(?:[=;,]|$)");
    private static final Pattern FIELD = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/=]*):\\s*(?:[,;]|$)");

    public Sha256Digest {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
        }
    }

    public static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static Sha256Digest of(byte[] hash) {
        return new Sha256Digest(HexFormat.of().formatHex(hash));
    }

    /**
     * Reads the header {@code Repr-Digest} (RFC 9530), which may name other algorithms, too.
     *
     * @return empty when it has no SHA-256
     * @throws IllegalArgumentException when its SHA-256 is malformed
     */
    static Optional<Sha256Digest> parse(String header) {
        Matcher field = FIELD.matcher(header);
        if (!field.find()) {
            if (NAMED.matcher(header).find()) {
                throw new IllegalArgumentException("its sha-256 is no byte sequence");
            }
            return Optional.empty();
        }
        return Optional.of(of(Base64.getDecoder().decode(field.group(1))));
    }

    /** Where a store keeps the bytes: {@code sha256/ab/cd/abcd...}. */
    String path() {
        return ROOT + "/" + hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex;
    }

    /** As the header {@code Repr-Digest} says it. */
    String header() {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) + ":";
    }
}
