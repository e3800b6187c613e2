package ma.balagh.analysis.face;

/**
 * A part of a picture that looks like a face: from the brows to the chin, in pixels, sides may lie outside the picture.
 *
 * @param likeness 0 to 1; no probability
 */
public record FaceRegion(double left, double top, double width, double height, double likeness) {

    /** Shared area as a part of the smaller one's. */
    double overlap(FaceRegion other) {
        double wide = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
        double high = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
        return wide <= 0 || high <= 0 ? 0 : wide * high / Math.min(width * height, other.width * other.height);
    }

    /** Seen in a mirror, in a picture of that width. */
    FaceRegion mirrored(int pictureWidth) {
        return new FaceRegion(pictureWidth - left - width, top, width, height, likeness);
    }

    FaceRegion scaled(double factor) {
        return new FaceRegion(left * factor, top * factor, width * factor, height * factor, likeness);
    }
}
