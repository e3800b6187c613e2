package ma.balagh.dispatch.blackspot.statistics;

import org.apache.commons.math3.ml.clustering.Clusterable;

/**
 * A point in metres. Points on earth lie on a sphere: along the chord, distances within a city are those along the ground
 * to a millimetre, without a projection.
 */
public record SpacePoint(double x, double y, double z) implements Clusterable {

    /** Mean radius of the earth in metres (IUGG). */
    private static final double EARTH_RADIUS = 6_371_008.8;

    /** @param latitude degrees, WGS 84 */
    public static SpacePoint onEarth(double latitude, double longitude) {
        double up = Math.toRadians(latitude);
        double around = Math.toRadians(longitude);
        return new SpacePoint(
                EARTH_RADIUS * Math.cos(up) * Math.cos(around),
                EARTH_RADIUS * Math.cos(up) * Math.sin(around),
                EARTH_RADIUS * Math.sin(up));
    }

    double squaredDistanceTo(SpacePoint other) {
        double dx = x - other.x;
        double dy = y - other.y;
        double dz = z - other.z;
        return dx * dx + dy * dy + dz * dz;
    }

    @Override
    public double[] getPoint() {
        return new double[] {x, y, z};
    }
}
