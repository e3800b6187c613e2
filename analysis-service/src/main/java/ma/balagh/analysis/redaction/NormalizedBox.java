package ma.balagh.analysis.redaction;

/**
 * The place of something: centre and half of the width and height, as shares of the picture's width and height. It may
 * extend beyond the picture's edges.
 */
record NormalizedBox(double x, double y, double halfWidth, double halfHeight) {

    static NormalizedBox of(PicturePart part) {
        return new NormalizedBox(
                (part.left() + part.right()) / 2,
                (part.top() + part.bottom()) / 2,
                (part.right() - part.left()) / 2,
                (part.bottom() - part.top()) / 2);
    }

    static NormalizedBox between(double left, double top, double right, double bottom) {
        return new NormalizedBox((left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2);
    }

    NormalizedBox grown(double factor) {
        return new NormalizedBox(x, y, halfWidth * factor, halfHeight * factor);
    }

    NormalizedBox at(double newX, double newY) {
        return new NormalizedBox(newX, newY, halfWidth, halfHeight);
    }

    /** The smallest one around both. */
    NormalizedBox around(NormalizedBox other) {
        return between(
                Math.min(left(), other.left()),
                Math.min(top(), other.top()),
                Math.max(right(), other.right()),
                Math.max(bottom(), other.bottom()));
    }

    /** On the way to another one: 0 is here, 1 is there. */
    NormalizedBox towards(NormalizedBox other, double share) {
        return new NormalizedBox(
                x + (other.x - x) * share,
                y + (other.y - y) * share,
                halfWidth + (other.halfWidth - halfWidth) * share,
                halfHeight + (other.halfHeight - halfHeight) * share);
    }

    /** Distance of the centres, in halves of the larger one's size: below 1 they lie on each other. */
    double apart(NormalizedBox other) {
        return Math.max(
                Math.abs(x - other.x) / Math.max(halfWidth, other.halfWidth),
                Math.abs(y - other.y) / Math.max(halfHeight, other.halfHeight));
    }

    /** Of a box that {@link #isInPicture() is in the picture}. */
    PicturePart part() {
        return new PicturePart(Math.max(0, left()), Math.max(0, top()), Math.min(1, right()), Math.min(1, bottom()));
    }

    boolean isInPicture() {
        return right() > 0 && left() < 1 && bottom() > 0 && top() < 1;
    }

    double left() {
        return x - halfWidth;
    }

    double right() {
        return x + halfWidth;
    }

    double top() {
        return y - halfHeight;
    }

    double bottom() {
        return y + halfHeight;
    }
}
