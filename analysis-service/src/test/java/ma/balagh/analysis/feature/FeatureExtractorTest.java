package ma.balagh.analysis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureExtractorTest {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 144;
    private static final Offset<Float> HALF_A_PIXEL = within(0.5f);

    @ParameterizedTest
    @CsvSource({"100, 70, 3, 90", "61.3, 40, 4, -60", "180, 80.4, 6, 120"})
    void findsABlobWhereItIsAndAsLargeAsItIs(float x, float y, float size, int strength) {
        // When
        LocalFeatures found = new FeatureExtractor().extract(blob(x, y, size, strength), WIDTH, HEIGHT);

        // Then
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.x()[0]).isCloseTo(x, HALF_A_PIXEL);
        assertThat(found.y()[0]).isCloseTo(y, HALF_A_PIXEL);
        // what is found at a scale is a blob of that standard deviation, or a step of scales beside it
        assertThat(found.scale()[0] / size).isBetween(0.7f, 1.4f);
    }

    @ParameterizedTest
    @CsvSource({"0", "128", "255"})
    void findsNothingInAPlainPicture(int grey) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        Arrays.fill(luma, (byte) grey);

        assertThat(new FeatureExtractor().extract(luma, WIDTH, HEIGHT).size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"90", "-90"})
    void findsNoBlobsAlongAnEdge(int strength) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        for (int k = 0; k < luma.length; k++) {
            luma[k] = (byte) (128 + (k % WIDTH < WIDTH / 2 ? 0 : strength));
        }

        assertThat(new FeatureExtractor().extract(luma, WIDTH, HEIGHT).size()).isZero();
    }

    private static byte[] blob(float x, float y, float size, int strength) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        for (int k = 0; k < luma.length; k++) {
            double across = k % WIDTH - x;
            double down = k / WIDTH - y;
            double grey = 128 + strength * Math.exp(-(across * across + down * down) / (2 * size * size));
            luma[k] = (byte) Math.round(grey);
        }
        return luma;
    }
}
