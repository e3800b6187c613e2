package ma.balagh.analysis.redaction;

/** The appearance of a thing in one small frame, to find it in the next. */
final class TemplatePatch {

    private static final int MOST = 16;

    /** Of a small frame, in pixels: less says nothing. */
    private static final int FEWEST = 5;

    private final int columns;
    private final int rows;
    private final double[] greys;

    private TemplatePatch(int columns, int rows, double[] greys) {
        this.columns = columns;
        this.rows = rows;
        this.greys = greys;
    }

    static TemplatePatch of(SmallFrame frame, NormalizedBox box) {
        int columns = Math.clamp(Math.round(2 * box.halfWidth() * frame.width()), FEWEST, MOST);
        int rows = Math.clamp(Math.round(2 * box.halfHeight() * frame.height()), FEWEST, MOST);
        TemplatePatch patch = new TemplatePatch(columns, rows, new double[columns * rows]);
        patch.read(frame, box, patch.greys);
        return patch;
    }

    private void read(SmallFrame frame, NormalizedBox box, double[] into) {
        double left = box.left() * frame.width();
        double top = box.top() * frame.height();
        double stepX = Math.max(1, 2 * box.halfWidth() * frame.width() / columns);
        double stepY = Math.max(1, 2 * box.halfHeight() * frame.height() / rows);
        for (int row = 0; row < rows; row++) {
            int y = (int) Math.floor(top + (row + 0.5) * stepY);
            for (int column = 0; column < columns; column++) {
                into[row * columns + column] = frame.grey((int) Math.floor(left + (column + 0.5) * stepX), y);
            }
        }
    }

    double likeness(SmallFrame frame, NormalizedBox box) {
        double[] there = new double[greys.length];
        read(frame, box, there);
        return NormalizedCrossCorrelation.of(greys, there);
    }

    /**
     * Where it is in a frame.
     *
     * @param near where it may be
     * @param radius how far from there it may be, in pixels of the frame
     */
    Place find(SmallFrame frame, NormalizedBox near, int radius) {
        int coarse = radius > 4 ? 2 : 1;
        Place best = best(frame, new Place(near, likeness(frame, near)), near, radius, coarse);
        return coarse == 1 ? best : best(frame, best, best.box(), 1, 1);
    }

    private Place best(SmallFrame frame, Place start, NormalizedBox near, int radius, int step) {
        Place best = start;
        for (int dy = -radius; dy <= radius; dy += step) {
            for (int dx = -radius; dx <= radius; dx += step) {
                NormalizedBox box =
                        near.at(near.x() + (double) dx / frame.width(), near.y() + (double) dy / frame.height());
                double likeness = likeness(frame, box);
                if (likeness > best.likeness()) {
                    best = new Place(box, likeness);
                }
            }
        }
        return best;
    }

    /** Where something was found, and how much it looks like it: -1 to 1. */
    record Place(NormalizedBox box, double likeness) {}
}
