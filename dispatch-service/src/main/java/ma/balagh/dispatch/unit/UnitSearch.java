package ma.balagh.dispatch.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What units somebody looks for.
 *
 * @param jurisdiction of the incident
 * @param latitude of the incident; null where its place is unknown
 * @param longitude of the incident; null where its place is unknown
 * @param kinds any of these will do; none given, any kind
 * @param skills a unit must have all of these
 */
public record UnitSearch(
        String jurisdiction,
        @Nullable Double latitude,
        @Nullable Double longitude,
        List<String> kinds,
        List<String> skills) {}
