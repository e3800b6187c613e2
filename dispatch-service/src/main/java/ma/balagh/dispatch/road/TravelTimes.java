package ma.balagh.dispatch.road;

import java.util.List;

/** How long units need to a place. */
public interface TravelTimes {

    /** The time of each start, in the order of the starts. Each says what it is based on. */
    List<TravelTime> to(GeoPoint destination, List<TravelStart> starts);

    /** Whether they should follow roads and do not: there is an extract, whose roads are not here. */
    default boolean isMissingRoads() {
        return false;
    }
}
