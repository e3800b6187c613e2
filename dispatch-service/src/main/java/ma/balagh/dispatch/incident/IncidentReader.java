package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;

/** Looks at incidents, without changing any. */
@ApplicationScoped
public class IncidentReader {

    private final IncidentRepository incidents;
    private final AssignmentRepository assignments;
    private final TimelineRepository timeline;

    IncidentReader(IncidentRepository incidents, AssignmentRepository assignments, TimelineRepository timeline) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.timeline = timeline;
    }

    /** The incident, if it lies in those territories. */
    public Optional<Incident> find(UUID id, Jurisdictions jurisdictions) {
        return find(id, new Scope(jurisdictions, null));
    }

    Optional<Incident> find(UUID id, Scope scope) {
        return incidents.find(id, scope);
    }

    Page<IncidentSummary> list(Scope scope, IncidentFilter filter, PageRequest request) {
        var page = Page.of(incidents.list(scope, filter, request), request, Incident::id);
        var ids = page.items().stream().map(Incident::id).toList();
        return new Page<>(
                IncidentSummary.of(page.items(), assignments.ofIncidents(ids, scope.callSign())), page.next());
    }

    /** The incident; a field unit sees no other unit on it. */
    IncidentView view(Incident incident, Scope scope) {
        var callSign = scope.callSign();
        return IncidentView.of(
                incident,
                assignments.ofIncidents(List.of(incident.id()), callSign),
                timeline.of(incident.id(), callSign));
    }
}
