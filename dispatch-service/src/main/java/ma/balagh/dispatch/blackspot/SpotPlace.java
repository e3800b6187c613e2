package ma.balagh.dispatch.blackspot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A black spot as a place to go to.
 *
 * @param name as people said it, else after the nearest place of the gazetteer in Arabic; null where none is near
 * @param expected incidents in 30 days like these, at the hours that were asked for and at which it is a black spot
 * @param from when it begins to be one, within the time that was asked for
 * @param to when it is one no more
 */
public record SpotPlace(
        String cell,
        @Nullable String name,
        String jurisdiction,
        double latitude,
        double longitude,
        double expected,
        Instant from,
        Instant to) {

    /** The same place for longer: to the end of the hours that follow at once, and all that is expected. */
    SpotPlace and(SpotPlace next) {
        return new SpotPlace(cell, name, jurisdiction, latitude, longitude, expected + next.expected, from, next.to);
    }
}
