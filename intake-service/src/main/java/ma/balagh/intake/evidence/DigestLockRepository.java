package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/**
 * One lock for each digest, until the transaction ends: nobody else makes these bytes evidence, or takes them out of the
 * store. It comes before the row of any evidence.
 */
@ApplicationScoped
class DigestLockRepository {

    private final Session session;

    DigestLockRepository(Session session) {
        this.session = session;
    }

    void lock(Sha256Digest digest) {
        ScalarQuery.of(session, "select pg_advisory_xact_lock(hashtextextended('bytes:' || :digest, 0))", String.class)
                .setParameter("digest", digest.hex())
                .getResultList();
    }

    /** @return false when somebody else has it */
    boolean tryLock(Sha256Digest digest) {
        return ScalarQuery.of(
                        session,
                        "select pg_try_advisory_xact_lock(hashtextextended('bytes:' || :digest, 0))",
                        Boolean.class)
                .setParameter("digest", digest.hex())
                .getSingleResult();
    }
}
