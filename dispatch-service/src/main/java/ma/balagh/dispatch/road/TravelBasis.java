package ma.balagh.dispatch.road;

/** What a travel time is based on. */
public enum TravelBasis {
    /** Roads of the operator's OpenStreetMap extract, without the closed ones. */
    ROAD,
    /** The straight line, prolonged by a usual detour. */
    STRAIGHT_LINE
}
