package ma.balagh.accuracy.copies;

import ma.balagh.accuracy.copies.CopySources.Source;

/**
 * Seconds of a source as a copy shows them.
 *
 * @param to seconds of the source; as {@code from} for a picture of one moment
 * @param speed 2 shows them in half the time
 * @param reversed the last picture first
 * @param held seconds for which the picture of one moment is shown
 */
record EditPiece(Source source, double from, double to, double speed, boolean reversed, double held) {

    static EditPiece of(Source source, double from, double to) {
        return new EditPiece(source, from, to, 1, false, 0);
    }

    static EditPiece still(double at, double held) {
        return new EditPiece(Source.ORIGINAL, at, at, 1, false, held);
    }

    EditPiece faster(double factor) {
        return new EditPiece(source, from, to, speed * factor, reversed, held);
    }

    EditPiece backwards() {
        return new EditPiece(source, from, to, speed, true, held);
    }

    boolean isStill() {
        return to == from;
    }

    /** Seconds of the copy. */
    double length() {
        return isStill() ? held : (to - from) / speed;
    }

    /** Whether the other goes on where this one ends, at the same pace. */
    boolean isContinuedBy(EditPiece next) {
        return source == next.source
                && to == next.from
                && speed == next.speed
                && !isStill()
                && !next.isStill()
                && !reversed
                && !next.reversed;
    }
}
