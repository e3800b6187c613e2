package ma.balagh.intake.quota;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Bytes that are announced and not there yet, and those that accounts brought lately. */
@ApplicationScoped
class QuotaRepository {

    /** An open upload counts until it expires; one of which all bytes are there has no room left to take. */
    private static final String OPEN = "status = 'OPEN' and (expires_at > :now or position = length)";

    private final Jdbi jdbi;

    QuotaRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Nobody else announces anything before this transaction ends. */
    void lock() {
        jdbi.useHandle(handle -> handle.createQuery("select pg_advisory_xact_lock(hashtextextended('announced', 0))")
                .mapTo(String.class)
                .list());
    }

    /** Of one account, as long as they can still come, in whole media. */
    long announced(String account, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select coalesce((select sum(length) from upload where created_by = :account and %s), 0)
                 + coalesce((select sum(bytes) from announced_medium
                             where account = :account and expires_at > :now), 0)
            """.formatted(OPEN))
                .bind("account", account)
                .bind("now", now)
                .mapTo(Long.class)
                .one());
    }

    /** Of everybody, without those that are on disk already. */
    long outstanding(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select coalesce((select sum(length - position) from upload where %s), 0)
                 + coalesce((select sum(bytes) from announced_medium where expires_at > :now), 0)
            """.formatted(OPEN))
                .bind("now", now)
                .mapTo(Long.class)
                .one());
    }

    long stored(String account, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select coalesce(sum(bytes), 0) from stored_bytes
            where account = :account and stored_at > :since
            """)
                .bind("account", account)
                .bind("since", since)
                .mapTo(Long.class)
                .one());
    }

    /** By everybody. */
    long stored(Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(sum(bytes), 0) from stored_bytes where stored_at > :since")
                .bind("since", since)
                .mapTo(Long.class)
                .one());
    }

    /** Announces, or announces so much more. */
    void announce(UUID id, String account, long bytes, Instant expiresAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into announced_medium (id, account, bytes, expires_at)
            values (:id, :account, :bytes, :expiresAt)
            on conflict (id) do update
                set bytes = announced_medium.bytes + excluded.bytes, expires_at = excluded.expires_at
            """)
                .bind("id", id)
                .bind("account", account)
                .bind("bytes", bytes)
                .bind("expiresAt", expiresAt)
                .execute());
    }

    void withdraw(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from announced_medium where id = :id")
                .bind("id", id)
                .execute());
    }

    void store(UUID id, String account, long bytes, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into stored_bytes (id, account, bytes, stored_at) values (:id, :account, :bytes, :now)
            """)
                .bind("id", id)
                .bind("account", account)
                .bind("bytes", bytes)
                .bind("now", now)
                .execute());
    }

    void forget(Instant storedBefore, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from stored_bytes where stored_at <= :before")
                    .bind("before", storedBefore)
                    .execute();
            handle.createUpdate("delete from announced_medium where expires_at <= :now")
                    .bind("now", now)
                    .execute();
        });
    }
}
