package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;

/** The incidents that a caller may see: staff those of their territory, a field unit those it was sent to. */
@ApplicationScoped
public class IncidentAccess {

    private final IncidentRepository incidents;
    private final TimelineService timeline;

    IncidentAccess(IncidentRepository incidents, TimelineService timeline) {
        this.incidents = incidents;
        this.timeline = timeline;
    }

    /** @throws ProblemException 404 where it does not exist for the caller */
    public Incident require(UUID id, Caller caller) {
        return incidents.find(id, UnitRestriction.of(caller)).orElseThrow(() -> CommonProblem.notFound("the incident"));
    }

    /**
     * The same, held until the end of the transaction.
     *
     * @throws ProblemException 404 where it does not exist for the caller
     */
    public Incident lock(UUID id, Caller caller) {
        return incidents.lock(id, UnitRestriction.of(caller)).orElseThrow(() -> CommonProblem.notFound("the incident"));
    }

    /** Notes what happened to an incident that is held, in its timeline; its version counts that. */
    public void note(Incident incident, TimelineEntry entry) {
        timeline.add(incident.id(), entry, null);
        incidents.annotate(incident);
    }
}
