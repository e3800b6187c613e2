package ma.balagh.portal.road;

/** What a travel time is based on. */
public enum TravelBasisCode {
    ROAD,
    STRAIGHT_LINE
}
