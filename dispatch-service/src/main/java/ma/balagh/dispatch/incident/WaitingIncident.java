package ma.balagh.dispatch.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.runcard.UnitRequirement;
import org.jspecify.annotations.Nullable;

/**
 * An incident whose run card is not filled.
 *
 * @param priority 1 (before all others) to 5
 * @param place in words; null when nobody told it
 * @param point null when it is not known where it is
 * @param version counts its changes, for {@code If-Match}
 * @param open what of its run card is open still, in its order
 * @param hasUnit whether somebody is on it
 */
public record WaitingIncident(
        UUID id,
        String jurisdiction,
        int priority,
        @Nullable String place,
        @Nullable GeoPoint point,
        Instant openedAt,
        long version,
        List<UnitRequirement> open,
        boolean hasUnit) {

    static WaitingIncident of(Incident incident, List<UnitRequirement> open, boolean hasUnit, Instant now) {
        return new WaitingIncident(
                incident.id(),
                incident.jurisdiction(),
                IncidentPriority.of(incident, now).level(),
                incident.offence().place(),
                incident.offence().point().orElse(null),
                incident.openedAt(),
                incident.version(),
                open,
                hasUnit);
    }
}
