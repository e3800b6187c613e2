package ma.balagh.dispatch.unit;

import java.util.List;

/**
 * Whom somebody looks for beyond a jurisdiction.
 *
 * @param jurisdiction of the incident
 * @param latitude of the incident
 * @param longitude of the incident
 * @param kinds any of these will do; none given, any kind
 * @param skills a unit must have all of these
 */
public record NeighbourSearch(
        String jurisdiction, double latitude, double longitude, List<String> kinds, List<String> skills) {

    /** Further than anybody gets on a road in an hour, in degrees of latitude: 150 km. */
    private static final double REACH = 1.35;

    double south() {
        return latitude - REACH;
    }

    double north() {
        return latitude + REACH;
    }

    double west() {
        return longitude - width();
    }

    double east() {
        return longitude + width();
    }

    private double width() {
        return REACH / Math.cos(Math.toRadians(latitude));
    }
}
