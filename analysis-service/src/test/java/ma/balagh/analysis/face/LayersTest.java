package ma.balagh.analysis.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each layer against its definition, written as plainly as possible. */
class LayersTest {

    private static final int WIDTH = 12;
    private static final int HEIGHT = 8;
    private static final Offset<Float> ROUNDING = within(1e-4f);

    private final Random random = new Random(4);

    @Test
    void filtersEveryPixel() {
        FeaturePlanes in = planes(1);
        float[] weights = floats(9);
        FeaturePlanes out = FeaturePlanes.empty(1, WIDTH, HEIGHT);
        DepthwiseConvolutionLayer filtering = new DepthwiseConvolutionLayer(WIDTH, HEIGHT, 1);

        filtering.load(in.channels()[0]);
        filtering.filter(weights, 0.5f, out.channels()[0]);

        for (int place = 0; place < out.size(); place++) {
            assertThat(out.at(0, place)).isCloseTo(filtered(in, weights, place % WIDTH, place / WIDTH), ROUNDING);
        }
    }

    @Test
    void filtersEverySecondPixel() {
        FeaturePlanes in = planes(1);
        float[] weights = floats(9);
        FeaturePlanes out = FeaturePlanes.empty(1, WIDTH / 2, HEIGHT / 2);
        DepthwiseConvolutionLayer filtering = new DepthwiseConvolutionLayer(WIDTH, HEIGHT, 2);

        filtering.load(in.channels()[0]);
        filtering.filter(weights, 0.5f, out.channels()[0]);

        for (int place = 0; place < out.size(); place++) {
            int x = 2 * (place % out.width());
            int y = 2 * (place / out.width());
            assertThat(out.at(0, place)).isCloseTo(filtered(in, weights, x, y), ROUNDING);
        }
    }

    private static float filtered(FeaturePlanes in, float[] weights, int x, int y) {
        float sum = 0.5f;
        for (int tap = 0; tap < 9; tap++) {
            int fromX = x + tap % 3 - 1;
            int fromY = y + tap / 3 - 1;
            boolean inside = fromX >= 0 && fromX < WIDTH && fromY >= 0 && fromY < HEIGHT;
            sum += inside ? weights[tap] * in.at(0, fromY * WIDTH + fromX) : 0;
        }
        return sum;
    }

    @Test
    void mixesChannelsByTheirWeights() {
        FeaturePlanes in = planes(7);
        int[][] from = {{0, 1, 2, 4, 6}, {3}, {}};
        float[][] weights = {floats(5), floats(1), {}};
        float[] bias = floats(3);
        FeaturePlanes out = FeaturePlanes.empty(3, WIDTH, HEIGHT);

        PointwiseConvolutionLayer.mix(new NetworkLayer.Mixture(0, 1, from, weights, bias, false), in, out);

        for (int channel = 0; channel < 3; channel++) {
            for (int place = 0; place < out.size(); place++) {
                float sum = bias[channel];
                for (int k = 0; k < from[channel].length; k++) {
                    sum += weights[channel][k] * in.at(from[channel][k], place);
                }
                assertThat(out.at(channel, place)).isCloseTo(sum, ROUNDING);
            }
        }
    }

    @Test
    void enlargesInProportionToDistance() {
        FeaturePlanes in = new FeaturePlanes(2, 1, new float[][] {{0, 4}});
        FeaturePlanes out = FeaturePlanes.empty(1, 4, 2);

        UpsamplingLayer.between(in, out);

        assertThat(out.channels()[0]).containsExactly(0, 1, 3, 4, 0, 1, 3, 4);
    }

    @Test
    void spreadsFourChannelsOverFourPixels() {
        FeaturePlanes in = new FeaturePlanes(2, 1, new float[][] {{1, 5}, {2, 6}, {3, 7}, {4, 8}});
        FeaturePlanes out = FeaturePlanes.empty(1, 4, 2);

        UpsamplingLayer.spread(in, out);

        assertThat(out.channels()[0]).containsExactly(1, 2, 5, 6, 3, 4, 7, 8);
    }

    private FeaturePlanes planes(int channels) {
        float[][] values = new float[channels][];
        for (int channel = 0; channel < channels; channel++) {
            values[channel] = floats(WIDTH * HEIGHT);
        }
        return new FeaturePlanes(WIDTH, HEIGHT, values);
    }

    private float[] floats(int count) {
        float[] values = new float[count];
        for (int k = 0; k < count; k++) {
            values[k] = random.nextFloat(-1, 1);
        }
        return values;
    }
}
