package ma.balagh.analysis.redaction;

/**
 * How seconds become frames.
 *
 * @param framesPerSecond a constant rate
 */
record Rhythm(double framesPerSecond) {

    /** Looking for faces so often finds what shows itself for a moment; what is between is followed. */
    private static final double LOOKS_PER_SECOND = 5;

    /** Seconds for which a thing that cannot be found is hidden where it was. */
    private static final double HOLD = 0.5;

    /** Seconds for which something is followed that no longer, or not yet, looks like a face. */
    private static final double UNSEEN = 2;

    /** Seconds after which it is a guess that something followed is still the same. */
    private static final double CERTAIN = 1;

    Rhythm {
        if (!(framesPerSecond > 0)) {
            throw new IllegalArgumentException("no rate of frames: " + framesPerSecond);
        }
    }

    /** Frames from one look for faces to the next. */
    int look() {
        return (int) Math.max(1, Math.round(framesPerSecond / LOOKS_PER_SECOND));
    }

    int hold() {
        return (int) Math.ceil(HOLD * framesPerSecond);
    }

    int unseen() {
        return (int) Math.ceil(UNSEEN * framesPerSecond);
    }

    int certain() {
        return (int) Math.ceil(CERTAIN * framesPerSecond);
    }
}
