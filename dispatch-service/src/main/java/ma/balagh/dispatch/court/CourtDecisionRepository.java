package ma.balagh.dispatch.court;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The table {@code court_decision}: rows are only ever added. */
@ApplicationScoped
class CourtDecisionRepository {

    private final Session session;

    CourtDecisionRepository(Session session) {
        this.session = session;
    }

    void add(UUID incidentId, CourtDecision decision) {
        session.createNativeMutationQuery("""
                        insert into court_decision (id, incident_id, kind, court, reference, decided_at, summary,
                                                    recorded_at, recorded_by)
                        values (:id, :incidentId, :kind, :court, :reference, :decidedAt, :summary, :recordedAt, :by)
                        """)
                .setParameter("id", decision.id())
                .setParameter("incidentId", incidentId)
                .setParameter("kind", decision.kind().name())
                .setParameter("court", decision.court())
                .setParameter("reference", decision.reference())
                .setParameter("decidedAt", decision.decidedAt())
                .setParameter("summary", decision.summary())
                .setParameter("recordedAt", decision.recordedAt())
                .setParameter("by", decision.by())
                .executeUpdate();
    }

    /** In the order in which they were decided. */
    List<CourtDecision> of(UUID incidentId) {
        return session.createNativeQuery("""
                        select id, kind, court, reference, decided_at, summary, recorded_at, recorded_by
                        from court_decision where incident_id = :incidentId order by decided_at, id
                        """, Object[].class)
                .setParameter("incidentId", incidentId)
                .addScalar("id", UUID.class)
                .addScalar("kind", String.class)
                .addScalar("court", String.class)
                .addScalar("reference", String.class)
                .addScalar("decided_at", Instant.class)
                .addScalar("summary", String.class)
                .addScalar("recorded_at", Instant.class)
                .addScalar("recorded_by", String.class)
                .setTupleTransformer((row, columns) -> new CourtDecision(
                        (UUID) row[0],
                        CourtDecision.Kind.valueOf((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (Instant) row[4],
                        (String) row[5],
                        (Instant) row[6],
                        (String) row[7]))
                .getResultList();
    }
}
