package ma.balagh.analysis.motion;

/**
 * How well what moves has to agree, as correlations.
 *
 * @param run of some moments, in which case it is enough that these agree
 * @param whole of all moments
 * @param window of windows, beside that
 * @param most share of what moves that has to lie in such windows
 * @param moment around a moment that belongs to a run
 */
record Demands(double run, double whole, double window, double most, double moment) {

    static final Demands STEADY = new Demands(0.9, 0.8, 0.7, 0.75, 0.8);
    /** Where the camera moves, nearly all of the picture does: that much does not agree by chance. */
    static final Demands TRAVELLING = new Demands(0.9, 0.72, 0.7, 0.75, 0.65);
    /** Of a time that was sought: among many, one agrees for a while by chance. */
    static final Demands SOUGHT = new Demands(2, 0.85, 0.75, 0.8, 0.8);
    /** Where a picture wanders over the other its pixels do so, too, which lowers the agreement. */
    static final Demands WANDERING = new Demands(0.8, 0.5, 0.45, 0.6, 0.35);

    /** What moves for each cell and moment where the whole picture does. */
    private static final double ALL = 5;
    /** Moments for which it has to: three seconds. */
    private static final int LONG_ENOUGH = 12;

    static Demands of(Drift drift) {
        return drift.isNone() ? STEADY : WANDERING;
    }

    /** These, or what is enough of two media of which so much moves. */
    Demands of(CommonMotion motion) {
        boolean isTravelling = motion.size() >= LONG_ENOUGH && motion.lesser(0, motion.size()) >= ALL;
        return this == STEADY && isTravelling ? TRAVELLING : this;
    }
}
