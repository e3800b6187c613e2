package ma.balagh.dispatch.road;

import java.util.List;

/** How long units need to a place. */
public interface TravelTimes {

    /** The time of each start, in the order of the starts. Each says what it is based on. */
    List<TravelTime> to(GeoPoint destination, List<TravelStart> starts);

    /** What is known of the roads around a place. */
    enum Roads {
        /** There is no extract: times follow the straight line. */
        NOT_CONFIGURED,
        /** There is an extract, whose roads are not here. */
        MISSING,
        /** The extract does not cover the place. */
        ELSEWHERE,
        /** The extract covers the place. */
        AROUND
    }

    /**
     * No unit is at a place in so many seconds that is further away from it along the straight line, in metres; infinite
     * where that is unknown.
     */
    default double farthestWithin(double seconds) {
        return Double.POSITIVE_INFINITY;
    }

    /** Whether times to that place can follow roads. */
    default Roads roadsTo(GeoPoint destination) {
        return Roads.NOT_CONFIGURED;
    }
}
