package ma.balagh.analysis.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.dispatch.IncidentCancelled;
import ma.balagh.contracts.dispatch.IncidentOpened;
import ma.balagh.contracts.dispatch.IncidentReferred;
import ma.balagh.contracts.dispatch.IncidentReopened;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.dispatch.UnitProgressed;
import ma.balagh.contracts.dispatch.UnitStoodDown;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code incident} and {@code incident_assignment}. Each write adds what it knows, in whatever order they
 * come.
 */
@ApplicationScoped
class IncidentCopyRepository {

    private final Session session;

    IncidentCopyRepository(Session session) {
        this.session = session;
    }

    /** Notes an incident of which nothing was known; changes nothing where it is known already. */
    void insert(UUID incidentId, UUID dossierId) {
        sql("""
                insert into incident (incident_id, dossier_id) values (:incidentId, :dossierId)
                on conflict do nothing
                """)
                .setParameter("incidentId", incidentId)
                .setParameter("dossierId", dossierId)
                .executeUpdate();
    }

    void insertAssignment(UUID assignmentId, UUID incidentId, UUID unitId) {
        sql("""
                insert into incident_assignment (assignment_id, incident_id, unit_id)
                values (:assignmentId, :incidentId, :unitId)
                on conflict do nothing
                """)
                .setParameter("assignmentId", assignmentId)
                .setParameter("incidentId", incidentId)
                .setParameter("unitId", unitId)
                .executeUpdate();
    }

    void opened(IncidentOpened opened) {
        sql("update incident set severity = :severity, opened_at = :at where incident_id = :incidentId")
                .setParameter("incidentId", opened.incidentId())
                .setParameter("severity", opened.severity())
                .setParameter("at", opened.openedAt())
                .executeUpdate();
    }

    void assigned(UnitAssigned assigned) {
        sql("""
                update incident_assignment
                set call_sign = :callSign, unit_jurisdiction = :jurisdiction, assigned_at = :at
                where assignment_id = :assignmentId
                """)
                .setParameter("assignmentId", assigned.assignmentId())
                .setParameter("callSign", assigned.callSign())
                .setParameter("jurisdiction", assigned.jurisdiction(), String.class)
                .setParameter("at", assigned.assignedAt())
                .executeUpdate();
    }

    /** Keeps everybody else from placing what crews bring for that dossier before the transaction ends. */
    void lockCrews(UUID dossierId) {
        ScalarQuery.of(session, CrewVisibility.LOCK, Boolean.class)
                .setParameter("dossierId", dossierId)
                .getSingleResult();
    }

    void progressed(UnitProgressed progressed) {
        String column = switch (progressed.status()) {
            case ACKNOWLEDGED -> "acknowledged_at";
            case EN_ROUTE -> "en_route_at";
            case ON_SCENE -> "on_scene_at";
            case CLEARED -> "cleared_at";
        };
        sql("update incident_assignment set %s = :at where assignment_id = :assignmentId".formatted(column))
                .setParameter("assignmentId", progressed.assignmentId())
                .setParameter("at", progressed.at())
                .executeUpdate();
    }

    void stoodDown(UnitStoodDown back) {
        sql("update incident_assignment set stood_down_at = :at where assignment_id = :assignmentId")
                .setParameter("assignmentId", back.assignmentId())
                .setParameter("at", back.stoodDownAt())
                .executeUpdate();
    }

    /** Takes back the outcome that was told before this, or the cancellation; a later one stays. */
    void reopened(IncidentReopened reopened) {
        sql("""
                update incident
                set reopened_at = greatest(reopened_at, :at),
                    cancelled_at = case when cancelled_at > :at then cancelled_at end
                where incident_id = :incidentId
                """)
                .setParameter("incidentId", reopened.incidentId())
                .setParameter("at", reopened.reopenedAt())
                .executeUpdate();
    }

    /** An outcome that was told before the one that is kept changes nothing, however late it comes. */
    void resolved(IncidentResolved resolved) {
        sql("""
                update incident set outcome = :outcome, persons = :persons, resolved_at = :at,
                    outcome_corrected_at = :correctedAt
                where incident_id = :incidentId
                  and (resolved_at is null or coalesce(outcome_corrected_at, resolved_at) <= :toldAt)
                """)
                .setParameter("correctedAt", resolved.correctedAt(), Instant.class)
                .setParameter("toldAt", resolved.toldAt())
                .setParameter("incidentId", resolved.incidentId())
                .setParameter("outcome", resolved.outcome().name())
                .setParameter("persons", resolved.persons())
                .setParameter("at", resolved.resolvedAt())
                .executeUpdate();
    }

    void referred(IncidentReferred referred) {
        sql("""
                update incident set court = :court, court_reference = :reference, referred_at = :at
                where incident_id = :incidentId
                """)
                .setParameter("incidentId", referred.incidentId())
                .setParameter("court", referred.court())
                .setParameter("reference", referred.reference())
                .setParameter("at", referred.referredAt())
                .executeUpdate();
    }

    void cancelled(IncidentCancelled cancelled) {
        sql("""
                update incident set cancelled_at = :at
                where incident_id = :incidentId and coalesce(reopened_at < :at, true)
                """)
                .setParameter("incidentId", cancelled.incidentId())
                .setParameter("at", cancelled.cancelledAt())
                .executeUpdate();
    }

    Optional<IncidentCopy> newestOf(UUID dossierId) {
        return session.createNativeQuery("""
                        select incident_id, severity, opened_at, court, court_reference, referred_at, cancelled_at,
                            reopened_at,
                            case when stands then outcome end as outcome,
                            case when stands then persons end as persons,
                            case when stands then resolved_at end as resolved_at
                        from incident
                        cross join lateral (select reopened_at is null or resolved_at > reopened_at as stands) told
                        where dossier_id = :dossierId order by incident_id desc limit 1
                        """, Tuple.class)
                .setParameter("dossierId", dossierId)
                .uniqueResultOptional()
                .map(this::incident);
    }

    private IncidentCopy incident(Tuple row) {
        UUID id = row.get("incident_id", UUID.class);
        List<IncidentCopy.Assignment> assignments = assignments(id);
        return new IncidentCopy(
                id,
                state(row, assignments),
                row.get("severity", Integer.class),
                row.get("opened_at", Instant.class),
                assignments,
                outcome(row.get("outcome", String.class)),
                row.get("persons", Integer.class),
                row.get("resolved_at", Instant.class),
                row.get("court", String.class),
                row.get("court_reference", String.class),
                row.get("referred_at", Instant.class));
    }

    private static @Nullable OutcomeKind outcome(@Nullable String name) {
        return name == null ? null : OutcomeKind.valueOf(name);
    }

    private static IncidentCopy.State state(Tuple row, List<IncidentCopy.Assignment> assignments) {
        return IncidentCopy.State.of(
                row.get("referred_at") != null,
                row.get("resolved_at") != null,
                row.get("cancelled_at") != null,
                row.get("reopened_at", Instant.class),
                assignments);
    }

    private List<IncidentCopy.Assignment> assignments(UUID incidentId) {
        return session.createNativeQuery("""
                        select assignment_id, unit_id, call_sign, assigned_at, acknowledged_at, en_route_at, on_scene_at,
                            cleared_at, stood_down_at
                        from incident_assignment where incident_id = :incidentId order by assignment_id
                        """, Tuple.class)
                .setParameter("incidentId", incidentId)
                .getResultStream()
                .map(row -> new IncidentCopy.Assignment(
                        row.get("assignment_id", UUID.class),
                        row.get("unit_id", UUID.class),
                        row.get("call_sign", String.class),
                        row.get("assigned_at", Instant.class),
                        row.get("acknowledged_at", Instant.class),
                        row.get("en_route_at", Instant.class),
                        row.get("on_scene_at", Instant.class),
                        row.get("cleared_at", Instant.class),
                        row.get("stood_down_at", Instant.class)))
                .toList();
    }

    private MutationQuery sql(String statement) {
        return session.createNativeMutationQuery(statement);
    }
}
