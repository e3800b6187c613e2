package ma.balagh.dispatch.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.dispatch.road.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Another incident that is near in place and time: perhaps the same people. Nothing joins the two but a person.
 *
 * @param distanceMeters as the crow flies
 * @param secondsApart how long after this one it happened; negative for before
 */
record RelatedIncident(
        UUID id,
        IncidentState.Name state,
        int severity,
        @Nullable String place,
        long distanceMeters,
        long secondsApart) {

    static RelatedIncident of(Incident from, GeoPoint place, Incident to) {
        return new RelatedIncident(
                to.id(),
                to.state().name(),
                to.offence().severity(),
                to.offence().place(),
                Math.round(to.offence().point().map(place::distanceTo).orElseThrow()),
                Duration.between(momentOf(from), momentOf(to)).toSeconds());
    }

    /** When it happened; when it was opened, if nobody knows. */
    static Instant momentOf(Incident incident) {
        var occurredAt = incident.offence().occurredAt();
        return occurredAt == null ? incident.openedAt() : occurredAt;
    }
}
