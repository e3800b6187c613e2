package ma.balagh.dispatch.road;

/**
 * How long one unit needs to a place.
 *
 * @param metres by road, or as the crow flies where the basis is the straight line
 */
public record TravelTime(double seconds, double metres, TravelBasis basis) {}
