package ma.balagh.analysis.redaction;

/**
 * A rectangle of a picture, whatever size the picture has: 0 is the left and the upper edge, 1 the right and the lower.
 */
public record PicturePart(double left, double top, double right, double bottom) {

    public PicturePart {
        if (!(left >= 0 && left < right && right <= 1 && top >= 0 && top < bottom && bottom <= 1)) {
            throw new IllegalArgumentException(
                    "no part of a picture: %s,%s to %s,%s".formatted(left, top, right, bottom));
        }
    }
}
