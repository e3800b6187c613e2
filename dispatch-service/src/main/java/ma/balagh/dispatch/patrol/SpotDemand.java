package ma.balagh.dispatch.patrol;

import ma.balagh.dispatch.road.GeoPoint;

/**
 * A place that is to be visited. Moments are seconds since 1970.
 *
 * @param number in the plan
 * @param district its territory
 * @param from before which no visit begins
 * @param to after which none ends
 * @param visits how many are wanted
 * @param spacing the least time between two visits, in seconds
 * @param secured whether somebody asked for it by hand
 */
record SpotDemand(
        int number, String district, GeoPoint place, long from, long to, int visits, long spacing, boolean secured) {

    /** As cheap as what solvers ask for most may be. */
    @Override
    public int hashCode() {
        return number;
    }
}
