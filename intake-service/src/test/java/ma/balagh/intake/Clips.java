package ma.balagh.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

/** Bytes that look like media to intake, which looks at no more than their first bytes. */
public final class Clips {

    private Clips() {}

    /** An MP4 head followed by bytes that depend on the seed. */
    public static byte[] mp4(long seed, int size) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        byte[] head = "\0\0\0\u0018ftypisom\0\0\0\0isommp42".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, bytes, 0, Math.min(head.length, size));
        return bytes;
    }

    /** One that no other test has. */
    public static byte[] mp4() {
        return mp4(System.nanoTime(), 40_000);
    }

    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    public static String reprDigest(byte[] bytes) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest(bytes)) + ":";
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
