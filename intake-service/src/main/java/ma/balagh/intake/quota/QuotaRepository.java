package ma.balagh.intake.quota;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/**
 * The tables {@code announced_medium} and {@code stored_bytes}, and open uploads: bytes that are announced and not
 * there yet, and those that accounts brought lately.
 */
@ApplicationScoped
class QuotaRepository {

    /** An open upload counts until it expires; one of which all bytes are there has no room left to take. */
    private static final String OPEN = "status = 'OPEN' and (expires_at > :now or position = length)";

    private final Session session;

    QuotaRepository(Session session) {
        this.session = session;
    }

    /** Nobody else announces anything before this transaction ends. */
    void lock() {
        ScalarQuery.of(session, "select pg_advisory_xact_lock(hashtextextended('announced', 0))", String.class)
                .getResultList();
    }

    /** Of one account, as long as they can still come, in whole media. */
    long announced(String account, Instant now) {
        return ScalarQuery.of(session, """
            select coalesce((select sum(length) from upload where created_by = :account and %s), 0)
                 + coalesce((select sum(bytes) from announced_medium
                             where account = :account and expires_at > :now), 0)
            """.formatted(OPEN), Long.class)
                .setParameter("account", account)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** Of everybody, without those that are on disk already. */
    long outstanding(Instant now) {
        return ScalarQuery.of(session, """
            select coalesce((select sum(length - position) from upload where %s), 0)
                 + coalesce((select sum(bytes) from announced_medium where expires_at > :now), 0)
            """.formatted(OPEN), Long.class)
                .setParameter("now", now)
                .getSingleResult();
    }

    long stored(String account, Instant since) {
        return ScalarQuery.of(session, """
            select coalesce(sum(bytes), 0) from stored_bytes
            where account = :account and stored_at > :since
            """, Long.class)
                .setParameter("account", account)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** By everybody. */
    long stored(Instant since) {
        return ScalarQuery.of(
                        session,
                        "select coalesce(sum(bytes), 0) from stored_bytes where stored_at > :since",
                        Long.class)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** Announces, or announces so much more. */
    void announce(UUID id, String account, long bytes, Instant expiresAt) {
        session.createNativeMutationQuery("""
            insert into announced_medium (id, account, bytes, expires_at)
            values (:id, :account, :bytes, :expiresAt)
            on conflict (id) do update
                set bytes = announced_medium.bytes + excluded.bytes, expires_at = excluded.expires_at
            """)
                .setParameter("id", id)
                .setParameter("account", account)
                .setParameter("bytes", bytes)
                .setParameter("expiresAt", expiresAt)
                .executeUpdate();
    }

    void withdraw(UUID id) {
        session.createNativeMutationQuery("delete from announced_medium where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    void store(UUID id, String account, long bytes, Instant now) {
        session.createNativeMutationQuery("""
            insert into stored_bytes (id, account, bytes, stored_at) values (:id, :account, :bytes, :now)
            """)
                .setParameter("id", id)
                .setParameter("account", account)
                .setParameter("bytes", bytes)
                .setParameter("now", now)
                .executeUpdate();
    }

    void forget(Instant storedBefore, Instant now) {
        session.createNativeMutationQuery("delete from stored_bytes where stored_at <= :before")
                .setParameter("before", storedBefore)
                .executeUpdate();
        session.createNativeMutationQuery("delete from announced_medium where expires_at <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
