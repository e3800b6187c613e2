package ma.balagh.analysis.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.dispatch.OutcomeKind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** Reads what is known about incidents. */
@ApplicationScoped
public class IncidentReader {

    private final Jdbi jdbi;

    IncidentReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest incident of a dossier. */
    public Optional<Incident> newestOf(UUID dossierId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from incident where dossier_id = :dossierId order by incident_id desc limit 1")
                .bind("dossierId", dossierId)
                .map(row -> incident(handle, row))
                .findOne());
    }

    private static Incident incident(Handle handle, RowView row) {
        UUID id = row.getColumn("incident_id", UUID.class);
        List<Incident.Assignment> assignments = assignments(handle, id);
        return new Incident(
                id,
                state(row, assignments),
                row.getColumn("severity", Integer.class),
                row.getColumn("opened_at", Instant.class),
                assignments,
                row.getColumn("outcome", OutcomeKind.class),
                row.getColumn("persons", Integer.class),
                row.getColumn("resolved_at", Instant.class),
                row.getColumn("court", String.class),
                row.getColumn("court_reference", String.class),
                row.getColumn("referred_at", Instant.class));
    }

    private static Incident.State state(RowView row, List<Incident.Assignment> assignments) {
        if (row.getColumn("referred_at", Instant.class) != null) {
            return Incident.State.REFERRED;
        }
        if (row.getColumn("resolved_at", Instant.class) != null) {
            return Incident.State.RESOLVED;
        }
        if (row.getColumn("cancelled_at", Instant.class) != null) {
            return Incident.State.CANCELLED;
        }
        return assignments.stream()
                .map(Incident.Assignment::reached)
                .max(Comparator.naturalOrder())
                .orElse(Incident.State.OPEN);
    }

    private static List<Incident.Assignment> assignments(Handle handle, UUID incidentId) {
        return handle.createQuery(
                        "select * from incident_assignment where incident_id = :incidentId order by assignment_id")
                .bind("incidentId", incidentId)
                .map((RowView row) -> new Incident.Assignment(
                        row.getColumn("assignment_id", UUID.class),
                        row.getColumn("unit_id", UUID.class),
                        row.getColumn("call_sign", String.class),
                        row.getColumn("assigned_at", Instant.class),
                        row.getColumn("acknowledged_at", Instant.class),
                        row.getColumn("en_route_at", Instant.class),
                        row.getColumn("on_scene_at", Instant.class),
                        row.getColumn("cleared_at", Instant.class)))
                .list();
    }
}
