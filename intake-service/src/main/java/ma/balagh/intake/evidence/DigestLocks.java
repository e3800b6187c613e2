package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/**
 * One lock for each digest, until the transaction ends: nobody else makes these bytes evidence, or takes them out of the
 * store. It comes before the row of any evidence.
 */
@ApplicationScoped
class DigestLocks {

    private final Jdbi jdbi;

    DigestLocks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void lock(Digest digest) {
        jdbi.useHandle(handle ->
                handle.execute("select pg_advisory_xact_lock(hashtextextended('bytes:' || ?, 0))", digest.hex()));
    }

    /** @return false when somebody else has it */
    boolean tryLock(Digest digest) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('bytes:' || :digest, 0))")
                .bind("digest", digest.hex())
                .mapTo(Boolean.class)
                .one());
    }
}
