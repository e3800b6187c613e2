package ma.balagh.dispatch.road;

/**
 * A place on earth.
 *
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 */
public record GeoPoint(double latitude, double longitude) {

    /** Mean radius of the earth in metres (IUGG). */
    private static final double EARTH_RADIUS = 6_371_008.8;

    public GeoPoint {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no place on earth: " + latitude + ", " + longitude);
        }
    }

    /**
     * Metres as the crow flies, by the haversine formula (R. W. Sinnott, Virtues of the Haversine, Sky and Telescope
     * 68, 1984); off by at most 0.6 % because the earth is no sphere.
     */
    public double distanceTo(GeoPoint other) {
        double northwards = haversine(Math.toRadians(other.latitude - latitude));
        double eastwards = haversine(Math.toRadians(other.longitude - longitude));
        double share =
                northwards + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * eastwards;
        return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(share)));
    }

    private static double haversine(double angle) {
        double half = Math.sin(angle / 2);
        return half * half;
    }
}
