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

    IncidentAccess(IncidentRepository incidents) {
        this.incidents = incidents;
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
}
