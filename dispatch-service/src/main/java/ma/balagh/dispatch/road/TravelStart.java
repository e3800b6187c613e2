package ma.balagh.dispatch.road;

/**
 * From where a unit would set out.
 *
 * @param kind what it moves by, such as {@code CAR}
 */
public record TravelStart(String kind, GeoPoint place) {}
