package ma.balagh.dispatch.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The view {@code verified_incident}: the only thing that black spots learn from. It has no column of what units or courts
 * did, so that nothing of it can come in.
 */
@ApplicationScoped
class VerifiedIncidentRepository {

    private final Session session;

    VerifiedIncidentRepository(Session session) {
        this.session = session;
    }

    List<VerifiedIncident> of(String territory, Instant from, Instant to) {
        return session
                .createNativeQuery("""
                        select id, jurisdiction, latitude, longitude, at, timed, place
                        from verified_incident
                        where territory = :territory and at >= :from and at < :to
                        """, Tuple.class)
                .addScalar("id", UUID.class)
                .addScalar("jurisdiction", String.class)
                .addScalar("latitude", Double.class)
                .addScalar("longitude", Double.class)
                .addScalar("at", Instant.class)
                .addScalar("timed", Boolean.class)
                .addScalar("place", String.class)
                .setParameter("territory", territory)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(row -> new VerifiedIncident(
                        row.get("id", UUID.class),
                        row.get("jurisdiction", String.class),
                        row.get("latitude", Double.class),
                        row.get("longitude", Double.class),
                        row.get("at", Instant.class),
                        row.get("timed", Boolean.class),
                        row.get("place", String.class)))
                .toList();
    }
}
