package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import ma.balagh.analysis.feature.FeatureExtractor;
import ma.balagh.analysis.feature.LocalFeatures;

/**
 * Local features of pictures that never were, as many as wished. Each is one of a picture of leaves that lie upon each other
 * (the "dead leaves" model, A. Lee et al., 2001, whose statistics are those of photographs), with some of its bits
 * turned over, so that features of different pictures resemble each other about as often as they really do.
 *
 * <p>Of two features of different ones among eighteen real clips, one pair in 2,661 has a piece in common that is looked up,
 * and of 1,000 features 2.4 are found in an unrelated picture; of these, one in 2,946, and 3.5.
 */
final class InventedPictureFactory {

    private static final int WIDTH = 512;
    private static final int HEIGHT = 288;
    private static final int PICTURES = 400;
    /** Features of a picture. */
    private static final int LEAST = 64;

    private static final int MORE = 33;
    /** Of 128 bits, how many fewer than these are turned over. */
    private static final int TURNED = 8;

    private final SplittableRandom random;
    private final long[][] descriptors;

    InventedPictureFactory(long seed) {
        this.random = new SplittableRandom(seed);
        List<long[]> found = new ArrayList<>();
        var extractor = new FeatureExtractor();
        for (int k = 0; k < PICTURES; k++) {
            LocalFeatures set = extractor.extract(leaves(), WIDTH, HEIGHT);
            for (int f = 0; f < set.size(); f++) {
                found.add(Arrays.copyOfRange(set.words(), f * LocalFeatures.WORDS, (f + 1) * LocalFeatures.WORDS));
            }
        }
        this.descriptors = found.toArray(long[][]::new);
    }

    private byte[] leaves() {
        var luma = new byte[WIDTH * HEIGHT];
        for (int leaf = 0; leaf < 1500; leaf++) {
            // The radius has a density of r^-3.
            double radius = 3 / Math.sqrt(1 - random.nextDouble() * 0.9985);
            int x = random.nextInt(WIDTH);
            int y = random.nextInt(HEIGHT);
            int grey = random.nextInt(20, 236);
            double slope = random.nextDouble(-1, 1) * 40 / radius;
            for (int row = (int) Math.max(0, y - radius); row < Math.min(HEIGHT, y + radius); row++) {
                double half = Math.sqrt(Math.max(0, radius * radius - (row - y) * (row - y)));
                for (int column = (int) Math.max(0, x - half); column < Math.min(WIDTH, x + half); column++) {
                    luma[row * WIDTH + column] =
                            (byte) Math.clamp(grey + slope * (column - x) + random.nextInt(-3, 4), 0, 255);
                }
            }
        }
        return luma;
    }

    /** Of one more picture. */
    LocalFeatures next() {
        int size = LEAST + random.nextInt(MORE);
        var x = new float[size];
        var y = new float[size];
        var scale = new float[size];
        var words = new long[size * LocalFeatures.WORDS];
        for (int k = 0; k < size; k++) {
            x[k] = random.nextInt(WIDTH);
            y[k] = random.nextInt(HEIGHT);
            scale[k] = 2 + random.nextInt(20);
            System.arraycopy(
                    descriptors[random.nextInt(descriptors.length)],
                    0,
                    words,
                    k * LocalFeatures.WORDS,
                    LocalFeatures.WORDS);
            turn(words, k * LocalFeatures.WORDS, random.nextInt(TURNED));
        }
        return new LocalFeatures(WIDTH, HEIGHT, x, y, scale, words);
    }

    /** A copy of a picture: of each feature some bits turned over, and the same place. */
    LocalFeatures copy(LocalFeatures known, int bits) {
        long[] words = known.words().clone();
        for (int k = 0; k < known.size(); k++) {
            turn(words, k * LocalFeatures.WORDS, bits);
        }
        return new LocalFeatures(known.width(), known.height(), known.x(), known.y(), known.scale(), words);
    }

    /** Half of them in the words of the median, half in those of the quartile. */
    private void turn(long[] words, int at, int bits) {
        for (int k = 0; k < 2 * bits; k++) {
            words[at + k % 2 * 2 + random.nextInt(2)] ^= 1L << random.nextInt(Long.SIZE);
        }
    }
}
