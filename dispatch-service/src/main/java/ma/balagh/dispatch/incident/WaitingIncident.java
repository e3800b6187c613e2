package ma.balagh.dispatch.incident;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.dispatch.road.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * An incident to which nobody was sent yet.
 *
 * @param priority 1 (before all others) to 5
 * @param place in words; null when nobody told it
 * @param point null when it is not known where it is
 * @param version counts its changes, for {@code If-Match}
 */
public record WaitingIncident(
        UUID id,
        String jurisdiction,
        int priority,
        @Nullable String place,
        @Nullable GeoPoint point,
        Instant openedAt,
        long version) {

    static WaitingIncident of(Incident incident, Instant now) {
        return new WaitingIncident(
                incident.id(),
                incident.jurisdiction(),
                IncidentPriority.of(incident, now).level(),
                incident.offence().place(),
                incident.offence().point().orElse(null),
                incident.openedAt(),
                incident.version());
    }
}
