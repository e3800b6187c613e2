package ma.balagh.analysis.motion;

import java.util.ArrayList;
import java.util.List;

/** Restricts a stretch to the seconds in which the motion agrees. */
final class MotionSegmentDetector {

    /**
     * Moments in a row of which none disagrees and some agree; quiet ones between and beside them count as neither.
     *
     * @param to the moment after the last
     * @param correlation of what moves in them
     * @param moving how many of them move in both
     */
    record Run(int from, int to, double correlation, int moving) {}

    /** What moves less than this in a window is quiet, for each cell and moment. */
    static final double QUIET = 0.03;
    /** What moves more than this in one medium would be seen in the other. */
    static final double LIVELY = 2;

    /** So many moments that disagree between two runs are noise: one that is disturbed lies in so many windows. */
    private static final int GAP = MotionCorrelator.WINDOW;

    private MotionSegmentDetector() {}

    /** In their order. */
    static List<Run> of(MotionCorrelator motion, MotionThresholds demands) {
        int size = motion.size();
        int window = Math.min(MotionCorrelator.WINDOW, size);
        int sign = motion.correlation() < 0 ? -1 : 1;
        var labels = new int[size];
        for (int k = 0; k < size; k++) {
            int from = Math.clamp((long) k - window / 2, 0, size - window);
            labels[k] = label(motion, from, from + window, sign, demands);
        }
        List<Run> runs = new ArrayList<>();
        for (int from = 0; from < size; from++) {
            int to = from;
            int moving = 0;
            while (to < size && labels[to] >= 0) {
                moving += labels[to++];
            }
            if (moving > 0) {
                runs.add(new Run(from, to, sign * motion.correlation(from, to), moving));
            }
            from = to;
        }
        return runs;
    }

    /** The same without short interruptions. */
    static List<Run> joined(List<Run> runs) {
        List<Run> joined = new ArrayList<>();
        for (Run run : runs) {
            Run before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && run.from() - before.to() <= GAP) {
                joined.removeLast();
                joined.add(new Run(
                        before.from(),
                        run.to(),
                        Math.min(before.correlation(), run.correlation()),
                        before.moving() + run.moving()));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }

    /** 1 where the window agrees, −1 where it does not, 0 where it is quiet. */
    private static int label(MotionCorrelator motion, int from, int to, int sign, MotionThresholds demands) {
        if (motion.lesser(from, to) < QUIET) {
            return motion.greater(from, to) >= LIVELY ? -1 : 0;
        }
        return sign * motion.correlation(from, to) >= demands.moment() ? 1 : -1;
    }
}
