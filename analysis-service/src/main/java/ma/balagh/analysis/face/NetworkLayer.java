package ma.balagh.analysis.face;

/**
 * A step of a convolutional network, from some tensors of {@link FaceDetectionModel} to another. What is outside a
 * picture is 0.
 */
sealed interface NetworkLayer {

    /** What the steps before have given, and room for what this one gives. */
    interface Tensors {

        FeaturePlanes planes(int tensor);

        /** Planes with any values. */
        FeaturePlanes space(int channels, int width, int height);
    }

    int input();

    /** A second input; the first one where there is none. */
    default int other() {
        return input();
    }

    int output();

    /** Whether it makes every negative value 0. */
    default boolean isRectified() {
        return false;
    }

    FeaturePlanes run(Tensors tensors);

    /** The first step, from grey pixels to channels: 3×3, every second pixel. */
    record Stem(int input, int output, float[][] weights, float[] bias, boolean isRectified) implements NetworkLayer {

        @Override
        public FeaturePlanes run(Tensors tensors) {
            FeaturePlanes in = tensors.planes(input);
            FeaturePlanes out = tensors.space(bias.length, in.width() / 2, in.height() / 2);
            DepthwiseConvolutionLayer filtering = new DepthwiseConvolutionLayer(in.width(), in.height(), 2);
            filtering.load(in.channels()[0]);
            for (int channel = 0; channel < out.channels().length; channel++) {
                filtering.filter(weights[channel], bias[channel], out.channels()[channel]);
            }
            return out;
        }
    }

    /**
     * Each channel is a mixture of all channels at the same pixel.
     *
     * @param from for each channel those whose weight is not 0
     * @param weights in the same order
     */
    record Mixture(int input, int output, int[][] from, float[][] weights, float[] bias, boolean isRectified)
            implements NetworkLayer {

        @Override
        public FeaturePlanes run(Tensors tensors) {
            FeaturePlanes in = tensors.planes(input);
            FeaturePlanes out = tensors.space(bias.length, in.width(), in.height());
            PointwiseConvolutionLayer.mix(this, in, out);
            return out;
        }
    }

    /** Each channel by itself: 3×3, with a stride of 1 or 2. */
    record Filter(int input, int output, int stride, float[][] weights, float[] bias, boolean isRectified)
            implements NetworkLayer {

        @Override
        public FeaturePlanes run(Tensors tensors) {
            FeaturePlanes in = tensors.planes(input);
            int channels = in.channels().length;
            FeaturePlanes out = tensors.space(channels, in.width() / stride, in.height() / stride);
            DepthwiseConvolutionLayer filtering = new DepthwiseConvolutionLayer(in.width(), in.height(), stride);
            for (int channel = 0; channel < channels; channel++) {
                filtering.load(in.channels()[channel]);
                filtering.filter(weights[channel], bias[channel], out.channels()[channel]);
            }
            return out;
        }
    }

    record Sum(int input, int other, int output, boolean isRectified) implements NetworkLayer {

        @Override
        public FeaturePlanes run(Tensors tensors) {
            FeaturePlanes in = tensors.planes(input);
            FeaturePlanes out = tensors.space(in.channels().length, in.width(), in.height());
            FeaturePlanes added = tensors.planes(other);
            for (int channel = 0; channel < out.channels().length; channel++) {
                add(in.channels()[channel], added.channels()[channel], out.channels()[channel]);
            }
            return out;
        }

        private static void add(float[] one, float[] other, float[] sum) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] = one[k] + other[k];
            }
        }
    }

    /** Twice as wide and high, between pixels in proportion to their distance. */
    record Doubling(int input, int output) implements NetworkLayer {

        @Override
        public FeaturePlanes run(Tensors tensors) {
            FeaturePlanes in = tensors.planes(input);
            FeaturePlanes out = tensors.space(in.channels().length, 2 * in.width(), 2 * in.height());
            UpsamplingLayer.between(in, out);
            return out;
        }
    }

    /** Twice as wide and high: four channels become the four pixels of one. */
    record Spreading(int input, int output) implements NetworkLayer {

        @Override
        public FeaturePlanes run(Tensors tensors) {
            FeaturePlanes in = tensors.planes(input);
            FeaturePlanes out = tensors.space(in.channels().length / 4, 2 * in.width(), 2 * in.height());
            UpsamplingLayer.spread(in, out);
            return out;
        }
    }
}
