package ma.balagh.analysis.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PdqHasherTest {

    /** Scaling moves single bits; frames of unrelated videos are 78 or more apart. */
    private static final int FARTHEST_FROM_ITSELF = 64;

    private final PdqHasher pdq = new PdqHasher();

    @Property(tries = 200)
    void derivesTheFingerprintOfATransformedPictureBitForBit(
            @ForAll long seed, @ForAll Transformation transformation, @ForAll @IntRange(min = 1, max = 64) int cell) {
        // Given
        float[] original = mosaic(seed, cell);
        float[] transformed = new float[original.length];
        for (int k = 0; k < transformed.length; k++) {
            transformed[k] = original[transformation.sourceOf(k, PdqHasher.INPUT)];
        }

        // When
        Fingerprint derived = pdq.picture(original).fingerprint(transformation);

        // Then
        assertThat(derived).isEqualTo(pdq.picture(transformed).fingerprint());
    }

    @Property(tries = 50)
    void computesTheDiscreteCosineTransformOfItsDescription(@ForAll long seed) {
        // Given
        float[] luma = mosaic(seed, 1);
        double[] expected = new double[PdqHasher.SIDE * PdqHasher.SIDE];
        for (int i = 0; i < PdqHasher.SIDE; i++) {
            for (int j = 0; j < PdqHasher.SIDE; j++) {
                expected[i * PdqHasher.SIDE + j] = describedCoefficient(luma, i, j);
            }
        }

        // When
        Fingerprint fingerprint = pdq.picture(luma).fingerprint();

        // Then
        assertThat(fingerprint.distance(PdqHasher.aboveMedian(PdqHasher.fixed(expected))))
                .isZero();
    }

    @Property(tries = 50)
    void setsHalfOfTheBitsOfAPictureWithDetail(@ForAll long seed) {
        Fingerprint fingerprint = pdq.picture(mosaic(seed, 1)).fingerprint();

        assertThat(fingerprint.distance(new Fingerprint(0, 0, 0, 0))).isEqualTo(Fingerprint.BITS / 2);
    }

    @Property(tries = 15)
    void hardlyChangesWithTheSizeOfThePicture(@ForAll long seed, @ForAll @IntRange(min = 64, max = 300) int width) {
        // Given
        byte[] small = waves(seed, PdqHasher.INPUT, PdqHasher.INPUT);
        byte[] other = waves(seed, width, width + 50);

        // When
        Fingerprint fingerprint = pdq.picture(other, width, width + 50).fingerprint();

        // Then
        assertThat(fingerprint.distance(
                        pdq.picture(small, PdqHasher.INPUT, PdqHasher.INPUT).fingerprint()))
                .isLessThan(FARTHEST_FROM_ITSELF);
    }

    @Test
    void givesAPlainSurfaceNoQuality() {
        assertThat(pdq.picture(new byte[100 * 40], 100, 40).quality()).isZero();
    }

    @Test
    void countsTruncatedDifferencesOfNeighboursAsQuality() {
        // Given
        float[] luma = new float[PdqHasher.INPUT * PdqHasher.INPUT];
        luma[20 * PdqHasher.INPUT + 20] = 255;
        luma[40 * PdqHasher.INPUT + 40] = 2;

        // When
        int quality = pdq.picture(luma).quality();

        // Then: four neighbours at 100 each; differences below one percent count nothing
        assertThat(quality).isEqualTo(4 * 100 / 90);
    }

    @Test
    void refusesFewerPixelsThanThePictureHas() {
        assertThatThrownBy(() -> pdq.picture(new byte[10], 4, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Squares of random grey, {@code cell} pixels wide. */
    private static float[] mosaic(long seed, int cell) {
        var random = new Random(seed);
        float[] greys = new float[PdqHasher.INPUT * PdqHasher.INPUT];
        for (int k = 0; k < greys.length; k++) {
            greys[k] = random.nextInt(256);
        }
        float[] luma = new float[greys.length];
        for (int k = 0; k < luma.length; k++) {
            luma[k] = greys[(k / PdqHasher.INPUT / cell) * PdqHasher.INPUT + k % PdqHasher.INPUT / cell];
        }
        return luma;
    }

    /** One scene, photographed at any size: waves that are weaker the finer they are, as in nature. */
    private static byte[] waves(long seed, int width, int height) {
        var random = new Random(seed);
        double[] luma = new double[width * height];
        for (int wave = 0; wave < 200; wave++) {
            double columns = random.nextDouble(1, 17);
            double rows = random.nextDouble(1, 17);
            double across = columns * Math.PI / width;
            double down = rows * Math.PI / height;
            double phase = random.nextDouble(2 * Math.PI);
            double strength = random.nextDouble(-300, 300) / (columns * columns + rows * rows);
            for (int k = 0; k < luma.length; k++) {
                int row = k / width;
                luma[k] += strength * Math.cos(across * (k % width + 0.5) + down * (row + 0.5) + phase);
            }
        }
        byte[] bytes = new byte[luma.length];
        for (int k = 0; k < bytes.length; k++) {
            bytes[k] = (byte) Math.clamp(Math.round(128 + luma[k]), 0, 255);
        }
        return bytes;
    }

    private static double describedCoefficient(float[] luma, int i, int j) {
        double sum = 0;
        for (int row = 0; row < PdqHasher.INPUT; row++) {
            for (int column = 0; column < PdqHasher.INPUT; column++) {
                sum += cosine(i, row) * luma[row * PdqHasher.INPUT + column] * cosine(j, column);
            }
        }
        return sum;
    }

    private static double cosine(int i, int j) {
        return Math.sqrt(2.0 / 64) * Math.cos(Math.PI / 128 * (i + 1) * (2 * j + 1));
    }
}
