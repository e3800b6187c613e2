package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;

/** Looks at incidents, without changing any. */
@ApplicationScoped
public class IncidentQueryService {

    private final IncidentRepository incidents;
    private final AssignmentRepository assignments;
    private final TimelineRepository timeline;

    IncidentQueryService(IncidentRepository incidents, AssignmentRepository assignments, TimelineRepository timeline) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.timeline = timeline;
    }

    /** The incident, for staff. */
    public Optional<Incident> find(UUID id) {
        return find(id, UnitRestriction.NONE);
    }

    Optional<Incident> find(UUID id, UnitRestriction restriction) {
        return incidents.find(id, restriction);
    }

    Page<IncidentSummary> list(UnitRestriction restriction, IncidentCriteria filter, PageRequest request) {
        var page = Page.of(incidents.list(restriction, filter, request), request, Incident::id);
        var ids = page.items().stream().map(Incident::id).toList();
        return new Page<>(
                IncidentSummary.of(page.items(), assignments.ofIncidents(ids, restriction.callSign())), page.next());
    }

    /** The incident; a field unit sees no other unit on it. */
    IncidentView view(Incident incident, UnitRestriction restriction) {
        var callSign = restriction.callSign();
        return IncidentView.of(
                incident,
                assignments.ofIncidents(List.of(incident.id()), callSign),
                timeline.of(incident.id(), callSign));
    }
}
