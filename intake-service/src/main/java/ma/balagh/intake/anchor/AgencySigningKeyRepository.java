package ma.balagh.intake.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import ma.balagh.audit.transparency.AgencySigningKey;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** The table {@code custody_key}: every public key that was ever used. */
@ApplicationScoped
class AgencySigningKeyRepository {

    private final Session session;

    AgencySigningKeyRepository(Session session) {
        this.session = session;
    }

    /** Keeps it, unless it is kept already. */
    void keep(AgencySigningKey key, Instant now) {
        session.createNativeMutationQuery("""
                        insert into custody_key (id, public_key, first_used_at) values (:id, :publicKey, :now)
                        on conflict do nothing
                        """)
                .setParameter("id", key.id())
                .setParameter("publicKey", key.publicKey())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** SubjectPublicKeyInfo in DER. */
    byte[] publicKey(String id) {
        return ScalarQuery.of(session, "select public_key from custody_key where id = :id", byte[].class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
