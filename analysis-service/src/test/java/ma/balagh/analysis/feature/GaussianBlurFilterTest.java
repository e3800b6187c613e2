package ma.balagh.analysis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class GaussianBlurFilterTest {

    /** Of 255 grey values. */
    private static final double ROUNDING = 0.001;

    @Property(tries = 60)
    void weighsNeighboursAsItsKernelSays(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @DoubleRange(min = 0.5, max = 5) double sigma,
            @ForAll long seed) {
        // Given
        float[] picture = new float[width * height];
        var random = new Random(seed);
        for (int k = 0; k < picture.length; k++) {
            picture[k] = random.nextInt(256);
        }
        float[] kernel = GaussianBlurFilter.kernel(sigma);

        // When
        float[] blurred = new float[picture.length];
        new GaussianBlurFilter(width, height).blur(picture, kernel, blurred);

        // Then
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double expected = weighed(picture, width, height, x, y, kernel);
                assertThat((double) blurred[y * width + x]).isCloseTo(expected, within(ROUNDING));
            }
        }
    }

    @Property(tries = 60)
    void leavesAPlainPictureAsItIs(@ForAll @DoubleRange(min = 0.5, max = 5) double sigma) {
        float[] kernel = GaussianBlurFilter.kernel(sigma);
        double sum = kernel[0];
        for (int t = 1; t < kernel.length; t++) {
            sum += 2 * kernel[t];
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
    }

    private static double weighed(float[] picture, int width, int height, int x, int y, float[] kernel) {
        int reach = kernel.length - 1;
        double sum = 0;
        for (int down = -reach; down <= reach; down++) {
            for (int across = -reach; across <= reach; across++) {
                int row = Math.clamp(y + down, 0, height - 1);
                int column = Math.clamp(x + across, 0, width - 1);
                double weight = (double) kernel[Math.abs(down)] * kernel[Math.abs(across)];
                sum += weight * picture[row * width + column];
            }
        }
        return sum;
    }
}
