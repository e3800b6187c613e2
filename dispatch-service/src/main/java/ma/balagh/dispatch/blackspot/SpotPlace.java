package ma.balagh.dispatch.blackspot;

import org.jspecify.annotations.Nullable;

/**
 * A black spot as a place to go to.
 *
 * @param name null where nobody told it
 * @param expected incidents in 30 days, in the hours that were asked for
 */
public record SpotPlace(
        String cell, @Nullable String name, String jurisdiction, double latitude, double longitude, double expected) {}
