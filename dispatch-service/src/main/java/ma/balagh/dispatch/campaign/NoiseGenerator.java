package ma.balagh.dispatch.campaign;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Noise for counts: the two-sided geometric distribution (Ghosh, Roughgarden and Sundararajan, 2009), the discrete form of
 * Laplace's, with which P(published | n) / P(published | n + 1) is at most e^ε. It has no bounds, so that nothing can be
 * excluded from what is published. The same key and cell always give the same noise.
 */
final class NoiseGenerator {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BITS_OF_A_FRACTION = 53;

    private final SecretKeySpec key;
    private final double epsilon;

    /** @param key kept secret, as the counts are */
    NoiseGenerator(byte[] key, double epsilon) {
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon must be positive");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.epsilon = epsilon;
    }

    /** @param cell what is counted, in words that no other cell has */
    int noise(String cell) {
        var random = ByteBuffer.wrap(digest(cell));
        int more = geometric(random.getLong());
        int less = geometric(random.getLong());
        return more - less;
    }

    /** How often something happens before it fails, with the chance e^−ε each time. */
    private int geometric(long bits) {
        double uniform = ((bits >>> (Long.SIZE - BITS_OF_A_FRACTION)) + 1) * Math.scalb(1.0, -BITS_OF_A_FRACTION);
        return (int) Math.floor(Math.log(uniform) / -epsilon);
    }

    private byte[] digest(String cell) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(cell.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
