package ma.balagh.dispatch.unit;

import java.time.Instant;

/**
 * Where a unit was.
 *
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param at when it was there, by the unit's clock
 */
public record Position(double latitude, double longitude, Instant at) {

    public Position {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no place on earth: " + latitude + ", " + longitude);
        }
    }
}
