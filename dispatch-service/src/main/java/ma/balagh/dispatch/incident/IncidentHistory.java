package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.dispatch.unit.UnitRestriction;

/** What was told of an incident, its timeline and its outcome with each correction, what it waits for, and who is to come next. */
@ApplicationScoped
class IncidentHistory {

    private final TimelineRepository timeline;
    private final OutcomeStatementRepository statements;
    private final IncidentClocks clocks;
    private final IncidentPlans plans;

    IncidentHistory(
            TimelineRepository timeline,
            OutcomeStatementRepository statements,
            IncidentClocks clocks,
            IncidentPlans plans) {
        this.timeline = timeline;
        this.statements = statements;
        this.clocks = clocks;
        this.plans = plans;
    }

    /** Which busy units are to come next; for staff. */
    List<PlannedUnitView> planned(Incident incident) {
        return plans.of(incident);
    }

    /** By incident; absent where none is planned. */
    Map<UUID, List<PlannedUnitView>> planned(Collection<UUID> incidentIds) {
        return plans.of(incidentIds);
    }

    /** What happened to it; for a field unit without what is about others. */
    List<TimelineEntry> timeline(UUID incidentId, UnitRestriction restriction) {
        return timeline.of(incidentId, restriction);
    }

    List<OutcomeStatement> statements(UUID incidentId) {
        return statements.of(incidentId);
    }

    /** What people wrote about these incidents, each once. */
    List<String> notes(Collection<UUID> incidentIds) {
        return Stream.concat(timeline.notes(incidentIds).stream(), statements.notes(incidentIds).stream())
                .distinct()
                .toList();
    }

    /** By incident; absent where none runs. */
    Map<UUID, List<IncidentClock>> clocks(Collection<UUID> incidentIds, UnitRestriction restriction) {
        return clocks.of(incidentIds, restriction);
    }
}
