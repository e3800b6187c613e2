package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Reads the table {@code patrol_duty}, which the database writes when plans are approved and withdrawn. */
@ApplicationScoped
class PatrolDutyRepository {

    private final Session session;

    PatrolDutyRepository(Session session) {
        this.session = session;
    }

    /** No other plan is approved until the end of the transaction: people do that seldom. */
    void lock() {
        session.createNativeQuery("select pg_advisory_xact_lock(hashtextextended('patrol_duty', 0))", Object.class)
                .getSingleResult();
    }

    /** Which plans have these units between the two moments, by time. */
    List<PatrolDuty> between(Collection<UUID> unitIds, Instant from, Instant to) {
        return session
                .createNativeQuery("""
                        select plan_id, unit_id, from_at, to_at from patrol_duty
                        where unit_id in (:units) and tstzrange(from_at, to_at) && tstzrange(:from, :to)
                        order by from_at, plan_id
                        """, Tuple.class)
                .addScalar("plan_id", UUID.class)
                .addScalar("unit_id", UUID.class)
                .addScalar("from_at", Instant.class)
                .addScalar("to_at", Instant.class)
                .setParameter("units", unitIds)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(row -> new PatrolDuty(
                        row.get("plan_id", UUID.class),
                        row.get("unit_id", UUID.class),
                        row.get("from_at", Instant.class),
                        row.get("to_at", Instant.class)))
                .toList();
    }
}
