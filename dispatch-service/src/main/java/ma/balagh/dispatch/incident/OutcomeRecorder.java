package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import ma.balagh.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/** Writes down what an incident's outcome has become, and tells it. */
@ApplicationScoped
class OutcomeRecorder {

    private final IncidentRepository incidents;
    private final OutcomeStatementRepository statements;
    private final TimelineService timeline;
    private final Outbox outbox;
    private final Event<OutcomeRecorded> recorded;

    OutcomeRecorder(
            IncidentRepository incidents,
            OutcomeStatementRepository statements,
            TimelineService timeline,
            Outbox outbox,
            Event<OutcomeRecorded> recorded) {
        this.incidents = incidents;
        this.statements = statements;
        this.timeline = timeline;
        this.outbox = outbox;
        this.recorded = recorded;
    }

    /**
     * To be called when the incident has that outcome already.
     *
     * @param reason why the outcome before was wrong; null for the first one
     */
    void record(Incident incident, OutcomeReport report, @Nullable String reason, Instant at, String by) {
        recorded.fire(new OutcomeRecorded(incident));
        incidents.flush();
        var statement = new OutcomeStatement(
                report.kind(), report.personsOrNone(), report.note(), report.details(), reason, at, by);
        statements.add(incident.id(), statement);
        var kind = reason == null ? TimelineEntry.Kind.RESOLVED : TimelineEntry.Kind.OUTCOME_CORRECTED;
        var note = reason == null ? report.note() : reason;
        timeline.add(incident.id(), new TimelineEntry(kind, at, by, null, note), null);
        incident.resolved().ifPresent(outbox::publish);
    }
}
