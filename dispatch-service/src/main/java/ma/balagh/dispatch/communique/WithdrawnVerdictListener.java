package ma.balagh.dispatch.communique;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import ma.balagh.dispatch.incident.IncidentChanged;
import ma.balagh.dispatch.incident.TimelineEntry;

/** Sees to it that nothing is published of an incident whose verdict was withdrawn before the time of publication. */
@ApplicationScoped
class WithdrawnVerdictListener {

    private final CommuniqueService communiques;

    WithdrawnVerdictListener(CommuniqueService communiques) {
        this.communiques = communiques;
    }

    void changed(@Observes IncidentChanged change) {
        if (change.kind() == TimelineEntry.Kind.VERDICT_WITHDRAWN) {
            communiques.withhold(change.incidentId());
        }
    }
}
