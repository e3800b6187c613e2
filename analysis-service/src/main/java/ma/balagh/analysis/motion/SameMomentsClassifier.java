package ma.balagh.analysis.motion;

import java.util.List;
import ma.balagh.analysis.motion.MotionMatcher.Outcome;

/** Classifies from the correlation of motion whether a stretch shows the same moments. */
final class SameMomentsClassifier {

    /** With more motion than this in one medium and none in the other, they are other moments. */
    private static final double SOME = 0.5;
    /** A run of which the motion agrees well is of the same moments if it moves for so many of them. */
    private static final int MOVING = 6;
    /** Less agreement than this is chance, more than that is none. */
    private static final double CHANCE = 0.5;

    private static final int STEP = 2;

    private SameMomentsClassifier() {}

    static Outcome of(MotionCorrelator motion, List<MotionSegmentDetector.Run> runs, MotionThresholds demands) {
        double lesser = motion.lesser(0, motion.size());
        if (lesser < MotionSegmentDetector.QUIET) {
            return motion.greater(0, motion.size()) >= SOME ? Outcome.OTHER : Outcome.STILL;
        }
        if (runs.stream().anyMatch(run -> run.correlation() >= demands.run() && run.moving() >= MOVING)) {
            return Outcome.SAME;
        }
        double correlation = Math.abs(motion.correlation());
        if (correlation < CHANCE) {
            return Outcome.OTHER;
        }
        return correlation >= demands.whole() && agreeing(motion, demands.window()) >= demands.most()
                ? Outcome.SAME
                : Outcome.UNDECIDED;
    }

    /** The share of what moves that lies in windows that agree. */
    private static double agreeing(MotionCorrelator motion, double least) {
        int window = Math.min(MotionCorrelator.WINDOW, motion.size());
        double agreeing = 0;
        double all = 1e-9;
        for (int k = 0; k + window <= motion.size(); k += STEP) {
            if (motion.lesser(k, k + window) >= MotionSegmentDetector.QUIET) {
                double weight = motion.weight(k, k + window);
                all += weight;
                agreeing += Math.abs(motion.correlation(k, k + window)) >= least ? weight : 0;
            }
        }
        return agreeing / all;
    }
}
