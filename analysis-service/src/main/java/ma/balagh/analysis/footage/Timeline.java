package ma.balagh.analysis.footage;

/**
 * When the comparable frames of one medium stand, in the order of their time, in milliseconds.
 *
 * <p>Frames that hardly differ from the one before form a run. A run counts once, however long it is: a camera that
 * looks at the same wall for a minute has shown one picture, not five hundred that agree.
 *
 * @param durationMillis of the medium; 0 for a still
 * @param intervalMillis between two samples; 0 for a still
 * @param millis the time of each frame
 * @param runs the run of each frame, counted from 0
 */
@SuppressWarnings("ArrayRecordComponent") // Flat arrays for the scan; never compared as records.
record Timeline(long durationMillis, int intervalMillis, int[] millis, int[] runs) {

    /** So that a frame's number takes twelve bits in {@link Hits}. */
    static final int FRAME_LIMIT = 4096;

    Timeline {
        if (millis.length > FRAME_LIMIT || runs.length != millis.length) {
            throw new IllegalArgumentException(
                    "%d times and %d runs are no timeline".formatted(millis.length, runs.length));
        }
    }

    int size() {
        return millis.length;
    }

    /** How many different pictures there are. */
    int runCount() {
        return size() == 0 ? 0 : runs[size() - 1] + 1;
    }
}
