package ma.balagh.analysis.redaction;

/** Tracks one thing from frame to frame by its appearance, in either direction of time. */
final class TemplateTracker {

    /** Likeness to the frame before from which it was found again; what a person looks at stays above 0.8. */
    private static final double FOUND = 0.6;

    /** Likeness to how it looked when it was known for sure, from which that is preferred: it does not drift. */
    private static final double SAME = 0.6;

    /** How far it may move from one frame to the next, in parts of its size. */
    private static final double REACH = 0.6;

    private static final int LEAST_REACH = 5;
    private static final int MOST_REACH = 24;

    /** By how much a box grows with each frame in which its thing was not found, and up to which size. */
    private static final double GROWTH = 1.04;

    private static final double MOST_GROWN = 1.8;

    private static final double[] SCALES = {0.97, 1.03};

    private static final double[] NO_SCALES = {};

    /** Half of a width, in pixels of a small frame, below which a thing does not shrink any more. */
    private static final double SMALLEST = 2;

    private final boolean fits;
    private TemplatePatch known;
    private TemplatePatch recent;
    private NormalizedBox box;
    private double grown = 1;
    private int lost;

    /** @param fits whether its size is looked for too: nobody else tells it */
    TemplateTracker(SmallFrame frame, NormalizedBox box, boolean fits) {
        this.fits = fits;
        this.box = box;
        this.known = TemplatePatch.of(frame, box);
        this.recent = known;
    }

    /** The thing was seen for sure. */
    void seen(SmallFrame frame, NormalizedBox now) {
        box = now;
        known = TemplatePatch.of(frame, box);
        recent = known;
        grown = 1;
        lost = 0;
    }

    /** Goes on to the next frame. */
    void follow(SmallFrame frame) {
        double size = 2 * Math.max(box.halfWidth() * frame.width(), box.halfHeight() * frame.height());
        int radius = (int) Math.clamp(size * REACH + lost, LEAST_REACH, MOST_REACH);
        TemplatePatch.Place place = recent.find(frame, box, radius);
        TemplatePatch.Place sure = fitted(frame, known.find(frame, place.box(), 2));
        boolean found = place.likeness() >= FOUND || sure.likeness() >= SAME;
        if (found) {
            box = sure.likeness() >= SAME ? sure.box() : place.box();
            recent = TemplatePatch.of(frame, box);
            grown = Math.max(1, grown / GROWTH);
            lost = 0;
        } else {
            grown = Math.min(MOST_GROWN, grown * GROWTH);
            lost++;
        }
    }

    /** A little larger or smaller, where it looks more like it: things come nearer and go away. */
    private TemplatePatch.Place fitted(SmallFrame frame, TemplatePatch.Place place) {
        TemplatePatch.Place best = place;
        for (double factor : fits ? SCALES : NO_SCALES) {
            NormalizedBox box = place.box().grown(factor);
            double likeness = known.likeness(frame, box);
            if (likeness > best.likeness() && box.halfWidth() * frame.width() > SMALLEST) {
                best = new TemplatePatch.Place(box, likeness);
            }
        }
        return best;
    }

    /** Frames since it was found for the last time. */
    int lost() {
        return lost;
    }

    /** Where it is, or was last. */
    NormalizedBox box() {
        return box;
    }

    /** The box to hide: larger where it is uncertain. */
    NormalizedBox hidden() {
        return box.grown(grown);
    }

    /** How much larger than the thing itself, 1 or more. */
    double grown() {
        return grown;
    }
}
