package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells what happened to an incident. The stages of the incident begin and end with it, and
 * other features learn of it. */
@ApplicationScoped
class TimelineService {

    private final TimelineRepository repository;
    private final IncidentClocks clocks;
    private final Event<IncidentChanged> changes;

    TimelineService(TimelineRepository repository, IncidentClocks clocks, Event<IncidentChanged> changes) {
        this.repository = repository;
        this.clocks = clocks;
        this.changes = changes;
    }

    /**
     * Called with the incident held, once the change is flushed.
     *
     * @param assignment the assignment that it is about, if any
     */
    void add(UUID incidentId, TimelineEntry entry, @Nullable Assignment assignment) {
        repository.add(incidentId, entry, assignment == null ? null : assignment.id());
        clocks.changed(incidentId);
        changes.fire(new IncidentChanged(incidentId, entry.kind(), assignment == null ? null : assignment.unitId()));
    }
}
