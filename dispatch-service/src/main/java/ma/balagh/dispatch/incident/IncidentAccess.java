package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import ma.balagh.dispatch.unit.CrewUnitService;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Roles;

/** The incidents that a caller may see: staff those of their territory, a field unit those it was sent to. */
@ApplicationScoped
public class IncidentAccess {

    private final IncidentRepository incidents;
    private final CrewUnitService crews;
    private final TimelineService timeline;
    private final TimelineRepository entries;
    private final OutcomeStatementRepository outcomes;

    IncidentAccess(
            IncidentRepository incidents,
            CrewUnitService crews,
            TimelineService timeline,
            TimelineRepository entries,
            OutcomeStatementRepository outcomes) {
        this.incidents = incidents;
        this.crews = crews;
        this.timeline = timeline;
        this.entries = entries;
        this.outcomes = outcomes;
    }

    /** @throws ProblemException 404 where it does not exist for the caller */
    public Incident require(UUID id, Caller caller) {
        return incidents.find(id, restriction(caller)).orElseThrow(() -> CommonProblem.notFound("the incident"));
    }

    /**
     * The same, held until the end of the transaction.
     *
     * @throws ProblemException 404 where it does not exist for the caller
     */
    public Incident lock(UUID id, Caller caller) {
        return incidents.lock(id, restriction(caller)).orElseThrow(() -> CommonProblem.notFound("the incident"));
    }

    /** Staff see every incident of their jurisdictions. */
    UnitRestriction restriction(Caller caller) {
        return crews.restriction(caller, Roles.DISPATCHER, Roles.COMMANDER, Roles.JUDICIAL_OFFICER);
    }

    /** Notes what happened to an incident that is held, in its timeline; its version counts that. */
    public void note(Incident incident, TimelineEntry entry) {
        timeline.add(incident.id(), entry, null);
        incidents.annotate(incident);
    }

    /**
     * Notes in the timeline of an incident that is not held what changes neither it nor what it waits for; its version does
     * not count that. To hold two incidents, one after the other, could deadlock.
     */
    public void noteBeside(UUID incidentId, TimelineEntry entry) {
        entries.add(incidentId, entry, null);
    }

    /** How many were arrested by the latest outcome that was told, also where it was reopened since. */
    public int arrestedBefore(UUID incidentId) {
        return outcomes.arrested(incidentId);
    }

    /** Whether a unit may be sent to it. */
    public boolean isWanted(UUID incidentId) {
        return incidents.findByIdOptional(incidentId).filter(Incident::isWanted).isPresent();
    }
}
