package ma.balagh.analysis.face;

/**
 * A step of a convolutional network, from some tensors of {@link FaceDetectionModel} to another. What is outside a
 * picture is 0.
 */
sealed interface NetworkLayer {

    int output();

    /** Whether it makes every negative value 0. */
    boolean isRectified();

    /** The first step, from grey pixels to channels: 3×3, every second pixel. */
    record Stem(int input, int output, float[][] weights, float[] bias, boolean isRectified) implements NetworkLayer {}

    /**
     * Each channel is a mixture of all channels at the same pixel.
     *
     * @param from for each channel those whose weight is not 0
     * @param weights in the same order
     */
    record Mixture(int input, int output, int[][] from, float[][] weights, float[] bias, boolean isRectified)
            implements NetworkLayer {}

    /** Each channel by itself: 3×3, with a stride of 1 or 2. */
    record Filter(int input, int output, int stride, float[][] weights, float[] bias, boolean isRectified)
            implements NetworkLayer {}

    record Sum(int input, int other, int output, boolean isRectified) implements NetworkLayer {}

    /** Twice as wide and high, between pixels in proportion to their distance. */
    record Doubling(int input, int output) implements NetworkLayer {
        @Override
        public boolean isRectified() {
            return false;
        }
    }

    /** Twice as wide and high: four channels become the four pixels of one. */
    record Spreading(int input, int output) implements NetworkLayer {
        @Override
        public boolean isRectified() {
            return false;
        }
    }
}
