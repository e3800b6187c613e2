package ma.balagh.dispatch.runcard;

import ma.balagh.dispatch.road.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What units are looked for.
 *
 * @param place where; null when it is not known
 * @param alarmLevel 1 to 3
 */
public record IncidentNeed(
        String jurisdiction,
        IncidentType type,
        int alarmLevel,
        @Nullable GeoPoint place) {}
