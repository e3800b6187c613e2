package ma.balagh.analysis.face;

/**
 * What a layer of a network gives: so many channels of the same size, each with its rows one after another.
 *
 * <p>A channel is an array of its own, so that layers read and write at the same index: only such loops become vector
 * instructions.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; layers work on it in place.
record FeaturePlanes(int width, int height, float[][] channels) {

    static FeaturePlanes empty(int channels, int width, int height) {
        return new FeaturePlanes(width, height, new float[channels][width * height]);
    }

    int size() {
        return width * height;
    }

    float at(int channel, int place) {
        return channels[channel][place];
    }
}
