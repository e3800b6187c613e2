package ma.balagh.analysis.footage;

import ma.balagh.analysis.feature.AffinePlacement;
import ma.balagh.analysis.feature.LocalFeatures;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.motion.AffineAlignment;
import ma.balagh.analysis.motion.InsetDrift;

/**
 * How the pictures of two media lie in each other.
 *
 * @param inThis where the other's picture lies in this one
 * @param inOther which part of the other's picture this one shows
 * @param detail share of the details in the common part that both have, 0 to 1
 * @param tilt how far right angles are off, as a share: more than some hundredths speak for a filmed screen or a turn
 * @param alignment which place of the other's picture each place of this one shows
 * @param drift how that changes
 */
public record PictureAlignment(
        Rectangle inThis, Rectangle inOther, double detail, double tilt, AffineAlignment alignment, InsetDrift drift) {

    /** Less of a picture than this is a part of it. */
    private static final double WHOLE = 0.93;
    /** Up to this share of this picture, the other one is an inset of it. */
    private static final double INSET = 0.5;

    private static final double TILTED = 0.04;
    /** Of what was turned before it was compared. */
    private static final double TURNED = 0.1;

    /** Part of a picture, as shares of its width and height, from the upper left corner. */
    public record Rectangle(double left, double top, double right, double bottom) {

        static final Rectangle ALL = new Rectangle(0, 0, 1, 1);

        public double area() {
            return (right - left) * (bottom - top);
        }

        /** The area that both have in common. */
        double common(Rectangle other) {
            double width = Math.min(right, other.right) - Math.max(left, other.left);
            double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            return Math.max(0, width) * Math.max(0, height);
        }

        private static Rectangle clipped(double left, double top, double right, double bottom) {
            double l = Math.clamp(left, 0, 1);
            double t = Math.clamp(top, 0, 1);
            return new Rectangle(l, t, Math.clamp(right, l, 1), Math.clamp(bottom, t, 1));
        }

        /** What encloses it after the map. */
        private Rectangle mapped(AffineAlignment map) {
            double one = map.atX(left, top);
            double two = map.atX(right, top);
            double three = map.atX(left, bottom);
            double four = map.atX(right, bottom);
            double upOne = map.atY(left, top);
            double upTwo = map.atY(right, top);
            double upThree = map.atY(left, bottom);
            double upFour = map.atY(right, bottom);
            return clipped(
                    Math.min(Math.min(one, two), Math.min(three, four)),
                    Math.min(Math.min(upOne, upTwo), Math.min(upThree, upFour)),
                    Math.max(Math.max(one, two), Math.max(three, four)),
                    Math.max(Math.max(upOne, upTwo), Math.max(upThree, upFour)));
        }

        /** The rectangle of the picture that became this one's by the transformation. */
        private Rectangle before(Transformation transformation) {
            double l = transformation.isColumnsMirrored() ? 1 - right : left;
            double r = transformation.isColumnsMirrored() ? 1 - left : right;
            double t = transformation.isRowsMirrored() ? 1 - bottom : top;
            double b = transformation.isRowsMirrored() ? 1 - top : bottom;
            return transformation.isTransposed() ? new Rectangle(t, l, b, r) : new Rectangle(l, t, r, b);
        }
    }

    /**
     * What a placement tells.
     *
     * @param placement of {@code other} in {@code mine}
     * @param transformation which {@code mine} has gone through before it was compared
     */
    static PictureAlignment of(
            AffinePlacement placement, LocalFeatures mine, LocalFeatures other, Transformation transformation) {
        double shearX = placement.xy() * other.height() / 2;
        double shearY = placement.yx() * other.width() / 2;
        Rectangle inThis = Rectangle.clipped(
                (placement.x() + shearX) / mine.width(),
                (placement.y() + shearY) / mine.height(),
                (placement.x() + shearX + placement.xx() * other.width()) / mine.width(),
                (placement.y() + shearY + placement.yy() * other.height()) / mine.height());
        Rectangle inOther = Rectangle.clipped(
                -(placement.x() + shearX) / (placement.xx() * other.width()),
                -(placement.y() + shearY) / (placement.yy() * other.height()),
                (mine.width() - placement.x() - shearX) / (placement.xx() * other.width()),
                (mine.height() - placement.y() - shearY) / (placement.yy() * other.height()));
        double tilt = Math.max(Math.abs(placement.xy()) / placement.xx(), Math.abs(placement.yx()) / placement.yy());
        return new PictureAlignment(
                inThis.before(transformation),
                inOther,
                placement.share(),
                tilt,
                AffineAlignment.of(transformation).then(AffineAlignment.of(placement, mine, other)),
                InsetDrift.NONE);
    }

    /** Of a picture that stands within this one, and went through the transformation before it became the other's. */
    static PictureAlignment of(Rectangle inThis, Rectangle inOther, Transformation transformation) {
        return new PictureAlignment(
                inThis,
                inOther,
                1,
                0,
                filled(inThis)
                        .inverse()
                        .then(AffineAlignment.of(transformation))
                        .then(filled(inOther)),
                InsetDrift.NONE);
    }

    PictureAlignment with(InsetDrift found) {
        return new PictureAlignment(inThis, inOther, detail, tilt, alignment, found);
    }

    /** Of this picture, where {@code turned} was compared: this picture turned by some degrees. */
    PictureAlignment beforeTurning(AffineAlignment turned) {
        return new PictureAlignment(
                inThis.mapped(turned.inverse()),
                inOther,
                detail,
                Math.max(tilt, TURNED),
                turned.then(alignment),
                InsetDrift.NONE);
    }

    /** Where in the whole picture a place of the rectangle is. */
    private static AffineAlignment filled(Rectangle rectangle) {
        return AffineAlignment.stretched(
                rectangle.right() - rectangle.left(),
                rectangle.left(),
                rectangle.bottom() - rectangle.top(),
                rectangle.top());
    }

    /** The same as the other medium sees it; its picture is turned back, which the rectangles do not tell. */
    PictureAlignment seenFromOther() {
        return new PictureAlignment(inOther, inThis, detail, tilt, alignment.inverse(), InsetDrift.NONE);
    }

    boolean isCropped() {
        return inOther.area() < WHOLE;
    }

    boolean isFramed() {
        return inThis.area() < WHOLE && !isInset();
    }

    boolean isInset() {
        return inThis.area() < INSET && inOther.area() > INSET;
    }

    boolean isTilted() {
        return tilt > TILTED;
    }
}
