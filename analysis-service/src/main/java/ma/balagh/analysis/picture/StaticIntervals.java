package ma.balagh.analysis.picture;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.packet.TimeSpan;

/**
 * Intervals in which nothing changes.
 *
 * @param frozen those that end a movement of the whole picture from one frame to the next: a camera in a hand does not
 *     stop so
 * @param standing the others
 */
record StaticIntervals(List<TimeSpan> frozen, List<TimeSpan> standing) {

    /** Mean difference of two frames that show the same, in greys: what coding the same picture again leaves. */
    private static final double SAME = 0.5;

    /** Share of cells that move. One in 256 may. */
    private static final double UNMOVED = 0.004;

    /** Share of cells from which the camera moves rather than things before it. */
    private static final double CAMERA = 0.5;

    /** Frames before a standstill that tell whether the camera moved. */
    private static final int BEFORE = 4;

    /** Seconds. */
    private static final double SHORTEST_FROZEN = 0.6;

    /** Seconds. */
    private static final double SHORTEST_STANDING = 1.5;

    private static final int MOST_PLACES = 100;

    static StaticIntervals of(FrameLogRecorder log) {
        List<TimeSpan> frozen = new ArrayList<>();
        List<TimeSpan> standing = new ArrayList<>();
        int from = 0;
        for (int k = 1; k <= log.count() && frozen.size() + standing.size() < MOST_PLACES; k++) {
            if (k < log.count() && log.difference(k) <= SAME && log.moved(k) <= UNMOVED) {
                continue;
            }
            TimeSpan span = new TimeSpan(log.time(from), log.time(k - 1));
            if (span.length() >= SHORTEST_FROZEN && k - from > 3 && cameraMoved(log, from)) {
                frozen.add(span);
            } else if (span.length() >= SHORTEST_STANDING) {
                standing.add(span);
            }
            from = k;
        }
        return new StaticIntervals(List.copyOf(frozen), List.copyOf(standing));
    }

    /** Each of the frames up to the standstill moved as a whole, in one scene: a cut to a quiet one is no freeze. */
    private static boolean cameraMoved(FrameLogRecorder log, int from) {
        if (from < BEFORE) {
            return false;
        }
        for (int k = from - BEFORE + 1; k <= from; k++) {
            if (log.moved(k) < CAMERA || log.likeness(k - 1, k) < SceneCuts.UNLIKE) {
                return false;
            }
        }
        return true;
    }
}
