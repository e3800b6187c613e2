package ma.balagh.analysis.motion;

import ma.balagh.analysis.feature.AffinePlacement;
import ma.balagh.analysis.feature.LocalFeatures;
import ma.balagh.analysis.fingerprint.Transformation;

/**
 * Maps a place of this picture to a place of another: an affine map. Places are shares of a picture's width and height,
 * from the upper left corner.
 *
 * @param xx the other's x by this x, and so on
 */
public record AffineAlignment(double xx, double xy, double x, double yx, double yy, double y) {

    /** Of a picture that became like the other's by going through the transformation. */
    public static AffineAlignment of(Transformation transformation) {
        double x = transformation.isColumnsMirrored() ? -1 : 1;
        double y = transformation.isRowsMirrored() ? -1 : 1;
        double left = transformation.isColumnsMirrored() ? 1 : 0;
        double top = transformation.isRowsMirrored() ? 1 : 0;
        return transformation.isTransposed()
                ? new AffineAlignment(0, x, left, y, 0, top)
                : new AffineAlignment(x, 0, left, 0, y, top);
    }

    /** Only moved and stretched: {@code x} of the other by {@code x} of this, and {@code y} by {@code y}. */
    public static AffineAlignment stretched(double xx, double x, double yy, double y) {
        return new AffineAlignment(xx, 0, x, 0, yy, y);
    }

    /** Of a picture to itself turned clockwise around its middle. */
    public static AffineAlignment turned(double degrees, int width, int height) {
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        double xy = -sine * height / width;
        double yx = sine * width / height;
        return new AffineAlignment(cosine, xy, (1 - cosine - xy) / 2, yx, cosine, (1 - cosine - yx) / 2);
    }

    /** @param placement of {@code other} in {@code mine} */
    public static AffineAlignment of(AffinePlacement placement, LocalFeatures mine, LocalFeatures other) {
        double determinant = placement.xx() * placement.yy() - placement.xy() * placement.yx();
        double xx = placement.yy() / determinant;
        double xy = -placement.xy() / determinant;
        double yx = -placement.yx() / determinant;
        double yy = placement.xx() / determinant;
        double across = (double) mine.width() / other.width();
        double down = (double) mine.height() / other.height();
        double tall = (double) mine.height() / other.width();
        double wide = (double) mine.width() / other.height();
        return new AffineAlignment(
                xx * across,
                xy * tall,
                -(xx * placement.x() + xy * placement.y()) / other.width(),
                yx * wide,
                yy * down,
                -(yx * placement.x() + yy * placement.y()) / other.height());
    }

    static AffineAlignment of(double[] numbers) {
        return new AffineAlignment(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    double[] numbers() {
        return new double[] {xx, xy, x, yx, yy, y};
    }

    /** First this, then the next. */
    public AffineAlignment then(AffineAlignment next) {
        return new AffineAlignment(
                next.xx * xx + next.xy * yx,
                next.xx * xy + next.xy * yy,
                next.atX(x, y),
                next.yx * xx + next.yy * yx,
                next.yx * xy + next.yy * yy,
                next.atY(x, y));
    }

    /** Which place of this picture a place of the other shows. */
    public AffineAlignment inverse() {
        double determinant = xx * yy - xy * yx;
        var turned =
                new AffineAlignment(yy / determinant, -xy / determinant, 0, -yx / determinant, xx / determinant, 0);
        return new AffineAlignment(turned.xx, turned.xy, -turned.atX(x, y), turned.yx, turned.yy, -turned.atY(x, y));
    }

    public double atX(double u, double v) {
        return xx * u + xy * v + x;
    }

    public double atY(double u, double v) {
        return yx * u + yy * v + y;
    }
}
