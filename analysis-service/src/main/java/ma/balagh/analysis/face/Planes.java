package ma.balagh.analysis.face;

/**
 * What a layer of a network gives: so many channels, one after another, each with its rows.
 *
 * @param values {@code channels × height × width}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; layers work on it in place.
record Planes(int channels, int width, int height, float[] values) {

    int size() {
        return width * height;
    }

    float at(int channel, int place) {
        return values[channel * size() + place];
    }
}
