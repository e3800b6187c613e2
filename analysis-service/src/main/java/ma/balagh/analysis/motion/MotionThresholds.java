package ma.balagh.analysis.motion;

/**
 * The correlations of motion that are required.
 *
 * @param run of some moments, in which case it is enough that these agree
 * @param whole of all moments
 * @param window of windows, beside that
 * @param most share of what moves that has to lie in such windows
 * @param moment around a moment that belongs to a run
 */
record MotionThresholds(double run, double whole, double window, double most, double moment) {

    static final MotionThresholds STEADY = new MotionThresholds(0.9, 0.8, 0.7, 0.75, 0.8);
    /** At another pace, which was sought too, one linear motion is easily like another: that of two cars, say. */
    static final MotionThresholds OTHER_PACE = new MotionThresholds(0.9, 0.85, 0.7, 0.75, 0.8);
    /** Where the camera moves, nearly all of the picture does: that much does not agree by chance. */
    static final MotionThresholds TRAVELLING = new MotionThresholds(0.9, 0.72, 0.7, 0.75, 0.65);
    /** Of a time that was sought: among many, one agrees for a while by chance. */
    static final MotionThresholds SOUGHT = new MotionThresholds(2, 0.85, 0.75, 0.8, 0.8);
    /** Where a picture wanders over the other its pixels do so, too, which lowers the agreement. */
    static final MotionThresholds WANDERING = new MotionThresholds(0.8, 0.5, 0.45, 0.6, 0.35);

    /** What moves for each cell and moment where the whole picture does. */
    private static final double ALL = 5;
    /** In at least so many of the cells: what passes by is seen in a quarter of them. */
    private static final double WIDELY = 0.3;

    private static final double SAME_PACE = 0.02;
    /** Moments for which it has to: three seconds. */
    private static final int LONG_ENOUGH = 12;

    static MotionThresholds of(InsetDrift drift) {
        return drift.isNone() ? STEADY : WANDERING;
    }

    /** These, or what is needed of two media of which so much moves, one of them so many times as fast. */
    MotionThresholds of(MotionCorrelator motion, double speed) {
        if (this != STEADY) {
            return this;
        }
        boolean isTravelling =
                motion.size() >= LONG_ENOUGH && motion.lesser(0, motion.size()) >= ALL && motion.spread() >= WIDELY;
        if (isTravelling) {
            return TRAVELLING;
        }
        return Math.abs(Math.abs(speed) - 1) > SAME_PACE ? OTHER_PACE : STEADY;
    }
}
