package ma.balagh.dispatch.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.incident.ArrestDuty;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/** The table {@code rights_entry}: rows are only ever added. */
@ApplicationScoped
class RightsRepository {

    private final Session session;

    RightsRepository(Session session) {
        this.session = session;
    }

    void add(UUID incidentId, RightsEntry entry) {
        session.createNativeMutationQuery("""
                        insert into rights_entry (id, incident_id, person, minor, duty, done, at, reason,
                                                  recorded_at, recorded_by)
                        values (:id, :incidentId, :person, :minor, :duty, :done, :at, :reason, :recordedAt, :by)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("incidentId", incidentId)
                .setParameter("person", entry.person())
                .setParameter("minor", entry.minor(), Boolean.class)
                .setParameter("duty", entry.duty() == null ? null : entry.duty().name(), String.class)
                .setParameter("done", entry.done(), Boolean.class)
                .setParameter("at", entry.at())
                .setParameter("reason", entry.reason(), String.class)
                .setParameter("recordedAt", entry.recordedAt())
                .setParameter("by", entry.by())
                .executeUpdate();
    }

    /** In the order in which they were told. Nothing that waits to be written has to do with them. */
    List<RightsEntry> of(UUID incidentId) {
        return session.createNativeQuery("""
                        select person, minor, duty, done, at, reason, recorded_at, recorded_by
                        from rights_entry where incident_id = :incidentId order by id
                        """, Object[].class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("incidentId", incidentId)
                .addScalar("person", Integer.class)
                .addScalar("minor", Boolean.class)
                .addScalar("duty", String.class)
                .addScalar("done", Boolean.class)
                .addScalar("at", Instant.class)
                .addScalar("reason", String.class)
                .addScalar("recorded_at", Instant.class)
                .addScalar("recorded_by", String.class)
                .setTupleTransformer((row, columns) -> new RightsEntry(
                        (Integer) row[0],
                        (@Nullable Boolean) row[1],
                        row[2] == null ? null : ArrestDuty.valueOf((String) row[2]),
                        (@Nullable Boolean) row[3],
                        (Instant) row[4],
                        (@Nullable String) row[5],
                        (Instant) row[6],
                        (String) row[7]))
                .getResultList();
    }
}
