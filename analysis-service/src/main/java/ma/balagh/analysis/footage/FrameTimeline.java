package ma.balagh.analysis.footage;

import java.util.stream.IntStream;

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
 * @param plain which frames have too little detail to say anything by themselves: they only carry on what others say
 */
@SuppressWarnings("ArrayRecordComponent") // Flat arrays for the scan; never compared as records.
record FrameTimeline(long durationMillis, int intervalMillis, int[] millis, int[] runs, boolean[] plain) {

    /** So that a frame's number takes twelve bits in {@link FrameHitList}. */
    static final int FRAME_LIMIT = 4096;

    FrameTimeline {
        if (millis.length > FRAME_LIMIT || runs.length != millis.length || plain.length != millis.length) {
            throw new IllegalArgumentException(
                    "%d times and %d runs are no timeline".formatted(millis.length, runs.length));
        }
    }

    int size() {
        return millis.length;
    }

    boolean isStill() {
        return durationMillis == 0;
    }

    int runCount() {
        return size() == 0 ? 0 : runs[size() - 1] + 1;
    }

    /** How many different pictures there are that say something. */
    int pictures() {
        return (int) IntStream.range(0, size())
                .filter(k -> !plain[k])
                .map(k -> runs[k])
                .distinct()
                .count();
    }

    /** Whether a frame beside it shows the same. */
    boolean isStanding(int frame) {
        return frame > 0 && runs[frame - 1] == runs[frame] || frame + 1 < size() && runs[frame + 1] == runs[frame];
    }

    /** The frame at that time, or −1 where there is none within half of the interval. */
    int at(double time) {
        int low = 0;
        int high = size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (millis[middle] + intervalMillis / 2.0 < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return size() > 0 && Math.abs(millis[low] - time) <= intervalMillis / 2.0 + 1 ? low : -1;
    }

    /** Of the medium played backwards. */
    FrameTimeline reversed() {
        int size = size();
        var turned = new int[size];
        var turnedRuns = new int[size];
        var turnedPlain = new boolean[size];
        for (int k = 0; k < size; k++) {
            int from = size - 1 - k;
            turned[k] = (int) (durationMillis - intervalMillis - millis[from]);
            turnedRuns[k] = runCount() - 1 - runs[from];
            turnedPlain[k] = plain[from];
        }
        return new FrameTimeline(durationMillis, intervalMillis, turned, turnedRuns, turnedPlain);
    }

    /** Every second frame of it. */
    FrameTimeline thinned() {
        int size = (size() + 1) / 2;
        var kept = new int[size];
        var keptRuns = new int[size];
        var keptPlain = new boolean[size];
        for (int k = 0; k < size; k++) {
            kept[k] = millis[2 * k];
            keptRuns[k] = runs[2 * k];
            keptPlain[k] = plain[2 * k];
        }
        return new FrameTimeline(durationMillis, 2 * intervalMillis, kept, counted(keptRuns), keptPlain);
    }

    /** The same runs, numbered without gaps. */
    static int[] counted(int[] runs) {
        var counted = new int[runs.length];
        for (int k = 1; k < runs.length; k++) {
            counted[k] = counted[k - 1] + (runs[k] == runs[k - 1] ? 0 : 1);
        }
        return counted;
    }
}
