package ma.balagh.dispatch.partner;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import ma.balagh.dispatch.incident.SharedIncident;
import ma.balagh.dispatch.incident.TimelineEntry;

/**
 * What a partner is told.
 *
 * @param type what happened: {@code incident.opened}, {@code incident.changed} or {@code incident.outcome}
 * @param timestamp when we noted it
 * @param data the incident as it was from then on
 */
@RegisterForReflection // Written by no endpoint.
record IncidentMessage(String type, Instant timestamp, SharedIncident data) {

    static IncidentMessage of(TimelineEntry.Kind kind, Instant at, SharedIncident incident) {
        return new IncidentMessage(
                switch (kind) {
                    case OPENED -> "incident.opened";
                    case RESOLVED, OUTCOME_CORRECTED -> "incident.outcome";
                    case ASSIGNED,
                            ACKNOWLEDGED,
                            EN_ROUTE,
                            ON_SCENE,
                            CLEARED,
                            STOOD_DOWN,
                            ASSISTANCE_ASKED,
                            REOPENED,
                            REFERRED,
                            VERDICT_WITHDRAWN,
                            VERDICT_REACHED_AGAIN,
                            CANCELLED,
                            CLASSIFIED,
                            COURT_DECIDED,
                            RIGHTS_TOLD,
                            ESCALATED,
                            PLANNED,
                            PLAN_ENDED -> "incident.changed";
                },
                at,
                incident);
    }
}
