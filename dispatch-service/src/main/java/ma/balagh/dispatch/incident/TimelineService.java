package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells what happened to an incident. The stages of the incident begin and end with it. */
@ApplicationScoped
class TimelineService {

    private final TimelineRepository repository;
    private final IncidentClocks clocks;

    TimelineService(TimelineRepository repository, IncidentClocks clocks) {
        this.repository = repository;
        this.clocks = clocks;
    }

    /**
     * Called with the incident held, once the change is flushed.
     *
     * @param assignment the assignment that it is about, if any
     */
    void add(UUID incidentId, TimelineEntry entry, @Nullable Assignment assignment) {
        repository.add(incidentId, entry, assignment == null ? null : assignment.id());
        clocks.changed(incidentId);
    }
}
