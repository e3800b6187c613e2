package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was told of an incident: its timeline, and its outcome with each correction. */
@ApplicationScoped
class IncidentHistory {

    private final TimelineRepository timeline;
    private final OutcomeStatementRepository statements;

    IncidentHistory(TimelineRepository timeline, OutcomeStatementRepository statements) {
        this.timeline = timeline;
        this.statements = statements;
    }

    /** @param callSign leaves out what is about other units than the one that is called so now; null for all */
    List<TimelineEntry> timeline(UUID incidentId, @Nullable String callSign) {
        return timeline.of(incidentId, callSign);
    }

    List<OutcomeStatement> statements(UUID incidentId) {
        return statements.of(incidentId);
    }
}
