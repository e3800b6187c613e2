package ma.balagh.analysis.circumstance;

import ma.balagh.analysis.media.RecordedLocation;

/** Distances on a sphere (haversine formula, Sinnott 1984), accurate to half a percent on earth. */
final class GreatCircleDistance {

    /** Mean radius of the earth, in metres (IUGG). */
    private static final double RADIUS = 6_371_008.8;

    private GreatCircleDistance() {}

    static double metres(RecordedLocation a, RecordedLocation b) {
        double latitude = Math.toRadians(b.latitude() - a.latitude());
        double longitude = Math.toRadians(b.longitude() - a.longitude());
        double h = square(Math.sin(latitude / 2))
                + Math.cos(Math.toRadians(a.latitude()))
                        * Math.cos(Math.toRadians(b.latitude()))
                        * square(Math.sin(longitude / 2));
        return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    private static double square(double x) {
        return x * x;
    }
}
