package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import org.hibernate.Session;

/** The table {@code patrol_plan_entry}, which is only ever added to. */
@ApplicationScoped
class PatrolPlanEntryRepository {

    private final Session session;

    PatrolPlanEntryRepository(Session session) {
        this.session = session;
    }

    void add(UUID planId, PatrolPlanEntry entry) {
        session.createNativeMutationQuery("""
                        insert into patrol_plan_entry (id, plan_id, kind, at, by_name, changed)
                        values (:id, :planId, :kind, :at, :by, :changed)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("planId", planId)
                .setParameter("kind", entry.kind().name())
                .setParameter("at", entry.at())
                .setParameter("by", entry.by(), String.class)
                .setParameter("changed", entry.changed())
                .executeUpdate();
    }

    /** The newest of them, the oldest first. */
    List<PatrolPlanEntry> of(UUID planId, int most) {
        return session
                .createNativeQuery("""
                        select kind, at, by_name, changed from
                            (select * from patrol_plan_entry where plan_id = :planId order by id desc limit :most) latest
                        order by id
                        """, Tuple.class)
                .addScalar("kind", String.class)
                .addScalar("at", Instant.class)
                .addScalar("by_name", String.class)
                .addScalar("changed", Integer.class)
                .setParameter("planId", planId)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new PatrolPlanEntry(
                        PatrolPlanEntry.Kind.valueOf(row.get("kind", String.class)),
                        row.get("at", Instant.class),
                        row.get("by_name", String.class),
                        row.get("changed", Integer.class)))
                .toList();
    }
}
