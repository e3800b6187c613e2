import java.awt.geom.Point2D;

/** A head in one frame: centre, width from ear to ear in pixels, tilt, width as seen from the side; an occluder. */
record Pose(double x, double y, double face, double tilt, double squeeze, double barX, boolean shown) {

    /** Width of the occluder, pixels. */
    static final int BAR = 60;

    static Pose of(double x, double y, double face) {
        return new Pose(x, y, face, 0, 1, -1000, true);
    }

    boolean isSeen(Point2D point) {
        boolean inside = point.getX() >= 0
                && point.getX() < ComposedClip.WIDTH
                && point.getY() >= 0
                && point.getY() < ComposedClip.HEIGHT;
        return inside && !(point.getX() >= barX && point.getX() < barX + BAR);
    }
}
