package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The table {@code visit_observation}, which is only ever added to. */
@ApplicationScoped
class VisitObservationRepository {

    private final Session session;

    VisitObservationRepository(Session session) {
        this.session = session;
    }

    void add(UUID planId, VisitObservation observation) {
        session.createNativeMutationQuery("""
                        insert into visit_observation (id, plan_id, visit_id, kind, note, at, recorded_at, recorded_by)
                        values (:id, :planId, :visitId, :kind, :note, :at, :recordedAt, :by)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("planId", planId)
                .setParameter("visitId", observation.visitId())
                .setParameter("kind", observation.kind().name())
                .setParameter("note", observation.note(), String.class)
                .setParameter("at", observation.at())
                .setParameter("recordedAt", observation.recordedAt())
                .setParameter("by", observation.by())
                .executeUpdate();
    }

    /** In the order in which it was said. */
    List<VisitObservation> ofPlan(UUID planId, int most) {
        return read(session.createNativeQuery("""
                        select visit_id, kind, note, at, recorded_at, recorded_by
                        from visit_observation where plan_id = :planId order by id limit :most
                        """, Tuple.class)
                .setParameter("planId", planId)
                .setParameter("most", most));
    }

    /** In the order in which it was said. */
    List<VisitObservation> ofVisits(List<UUID> visitIds) {
        return read(session.createNativeQuery("""
                        select visit_id, kind, note, at, recorded_at, recorded_by
                        from visit_observation where visit_id = any(:visits) order by id
                        """, Tuple.class)
                .setParameter("visits", visitIds.toArray(UUID[]::new), UUID[].class));
    }

    private static List<VisitObservation> read(NativeQuery<Tuple> query) {
        return query
                .addScalar("visit_id", UUID.class)
                .addScalar("kind", String.class)
                .addScalar("note", String.class)
                .addScalar("at", Instant.class)
                .addScalar("recorded_at", Instant.class)
                .addScalar("recorded_by", String.class)
                .getResultList()
                .stream()
                .map(row -> new VisitObservation(
                        row.get("visit_id", UUID.class),
                        ObservationKind.valueOf(row.get("kind", String.class)),
                        row.get("note", String.class),
                        row.get("at", Instant.class),
                        row.get("recorded_at", Instant.class),
                        row.get("recorded_by", String.class)))
                .toList();
    }
}
