package ma.balagh.dispatch.blackspot;

import org.jspecify.annotations.Nullable;

/**
 * A black spot as a place to go to.
 *
 * @param name as people said it, else after the nearest place of the gazetteer in Arabic; null where none is near
 * @param expected incidents in 30 days, in the hours that were asked for
 */
public record SpotPlace(
        String cell, @Nullable String name, String jurisdiction, double latitude, double longitude, double expected) {}
