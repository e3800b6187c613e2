package ma.balagh.analysis.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ma.balagh.contracts.dispatch.IncidentCancelled;
import ma.balagh.contracts.dispatch.IncidentEvent;
import ma.balagh.contracts.dispatch.IncidentOpened;
import ma.balagh.contracts.dispatch.IncidentReferred;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.dispatch.UnitProgressed;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The copy of what dispatch says about incidents. Each event adds what it knows, in whatever order they come. */
@ApplicationScoped
class Incidents {

    private final Jdbi jdbi;

    Incidents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional
    void apply(IncidentEvent event) {
        switch (event) {
            case IncidentOpened opened -> opened(opened);
            case UnitAssigned assigned -> assigned(assigned);
            case UnitProgressed progressed -> progressed(progressed);
            case IncidentResolved resolved -> resolved(resolved);
            case IncidentReferred referred -> referred(referred);
            case IncidentCancelled cancelled -> cancelled(cancelled);
        }
    }

    private void opened(IncidentOpened opened) {
        know(opened.incidentId(), opened.dossierId());
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update incident set severity = :severity, opened_at = :at where incident_id = :incidentId")
                .bind("incidentId", opened.incidentId())
                .bind("severity", opened.severity())
                .bind("at", opened.openedAt())
                .execute());
    }

    private void assigned(UnitAssigned assigned) {
        know(assigned.incidentId(), assigned.dossierId());
        jdbi.useHandle(handle -> {
            know(handle, assigned.assignmentId(), assigned.incidentId(), assigned.unitId());
            handle.createUpdate("""
                            update incident_assignment set call_sign = :callSign, assigned_at = :at
                            where assignment_id = :assignmentId
                            """)
                    .bind("assignmentId", assigned.assignmentId())
                    .bind("callSign", assigned.callSign())
                    .bind("at", assigned.assignedAt())
                    .execute();
        });
    }

    private void progressed(UnitProgressed progressed) {
        know(progressed.incidentId(), progressed.dossierId());
        String column = switch (progressed.status()) {
            case ACKNOWLEDGED -> "acknowledged_at";
            case EN_ROUTE -> "en_route_at";
            case ON_SCENE -> "on_scene_at";
            case CLEARED -> "cleared_at";
        };
        jdbi.useHandle(handle -> {
            know(handle, progressed.assignmentId(), progressed.incidentId(), progressed.unitId());
            handle.createUpdate("update incident_assignment set <column> = :at where assignment_id = :assignmentId")
                    .define("column", column)
                    .bind("assignmentId", progressed.assignmentId())
                    .bind("at", progressed.at())
                    .execute();
        });
    }

    private void resolved(IncidentResolved resolved) {
        know(resolved.incidentId(), resolved.dossierId());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update incident set outcome = :outcome, persons = :persons, resolved_at = :at
                        where incident_id = :incidentId
                        """)
                .bind("incidentId", resolved.incidentId())
                .bind("outcome", resolved.outcome())
                .bind("persons", resolved.persons())
                .bind("at", resolved.resolvedAt())
                .execute());
    }

    private void referred(IncidentReferred referred) {
        know(referred.incidentId(), referred.dossierId());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update incident set court = :court, court_reference = :reference, referred_at = :at
                        where incident_id = :incidentId
                        """)
                .bind("incidentId", referred.incidentId())
                .bind("court", referred.court())
                .bind("reference", referred.reference())
                .bind("at", referred.referredAt())
                .execute());
    }

    private void cancelled(IncidentCancelled cancelled) {
        know(cancelled.incidentId(), cancelled.dossierId());
        jdbi.useHandle(
                handle -> handle.createUpdate("update incident set cancelled_at = :at where incident_id = :incidentId")
                        .bind("incidentId", cancelled.incidentId())
                        .bind("at", cancelled.cancelledAt())
                        .execute());
    }

    private void know(UUID incidentId, UUID dossierId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into incident (incident_id, dossier_id) values (:incidentId, :dossierId)
                        on conflict do nothing
                        """)
                .bind("incidentId", incidentId)
                .bind("dossierId", dossierId)
                .execute());
    }

    private static void know(Handle handle, UUID assignmentId, UUID incidentId, UUID unitId) {
        handle.createUpdate("""
                        insert into incident_assignment (assignment_id, incident_id, unit_id)
                        values (:assignmentId, :incidentId, :unitId)
                        on conflict do nothing
                        """)
                .bind("assignmentId", assignmentId)
                .bind("incidentId", incidentId)
                .bind("unitId", unitId)
                .execute();
    }
}
