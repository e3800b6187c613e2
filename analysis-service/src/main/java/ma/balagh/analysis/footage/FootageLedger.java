package ma.balagh.analysis.footage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.motion.Thumbnails;
import org.jdbi.v3.core.Jdbi;

/**
 * Every footage seen so far, numbered in the order of commits. Whoever appends holds the lock until his transaction
 * ends; so nobody who has read up to a number can miss a lower one.
 */
@ApplicationScoped
class FootageLedger {

    /** One page of it. */
    record Entry(long sequence, UUID evidenceId, Footage footage) {}

    /** Where a reader has come to. */
    record Position(long sequence, UUID evidenceId) {}

    /** "footage" as ASCII: the advisory lock's number in this database. */
    private static final long LOCK = 0x666F_6F74_6167_65L;

    private final Jdbi jdbi;

    FootageLedger(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Waits for the lock and keeps it until the present transaction ends. */
    void lock() {
        jdbi.useHandle(handle -> handle.createQuery("select true from (select pg_advisory_xact_lock(:lock)) as locked")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one());
    }

    /** Needs the lock. */
    void append(UUID evidenceId, Footage footage, Thumbnails thumbnails) {
        List<byte[]> parts = footage.parts();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into footage (evidence_id, whole, insets, keyframes, thumbnails)
                        values (:evidenceId, :whole, :insets, :keyframes, :thumbnails)
                        """)
                .bind("evidenceId", evidenceId)
                .bind("whole", parts.get(0))
                .bind("insets", parts.get(1))
                .bind("keyframes", parts.get(2))
                .bind("thumbnails", thumbnails.toBytes())
                .execute());
    }

    /** Of some media; those that were examined before thumbnails were kept are missing. */
    Map<UUID, Thumbnails> thumbnails(Collection<UUID> evidenceIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select evidence_id, thumbnails
                        from footage
                        where evidence_id = any(:evidenceIds) and thumbnails is not null
                        """)
                .bindArray("evidenceIds", UUID.class, evidenceIds)
                .reduceRows(new HashMap<>(), (found, row) -> {
                    found.put(
                            row.getColumn("evidence_id", UUID.class),
                            Thumbnails.of(row.getColumn("thumbnails", byte[].class)));
                    return found;
                }));
    }

    List<Entry> after(long sequence, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select sequence, evidence_id, whole, insets, keyframes
                        from footage
                        where sequence > :sequence
                        order by sequence
                        limit :limit
                        """)
                .bind("sequence", sequence)
                .bind("limit", limit)
                .map((row, context) -> new Entry(
                        row.getLong("sequence"),
                        row.getObject("evidence_id", UUID.class),
                        Footage.of(List.of(row.getBytes("whole"), row.getBytes("insets"), row.getBytes("keyframes")))))
                .list());
    }

    /** Of one medium of it. */
    Keyframes keyframes(UUID evidenceId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select keyframes from footage where evidence_id = :evidenceId
                        """)
                .bind("evidenceId", evidenceId)
                .map((row, context) -> Keyframes.of(row.getBytes("keyframes")))
                .one());
    }

    /** Tells this ledger from those of other databases. */
    UUID id() {
        return jdbi.withHandle(handle -> handle.createQuery("select id from footage_ledger")
                .mapTo(UUID.class)
                .one());
    }

    /** Whether a reader of so many entries, who has come to that position, has read what stands here. */
    boolean holds(int entries, Position last) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select (select count(*) from footage where sequence <= :sequence) = :entries
                           and exists (select from footage where sequence = :sequence and evidence_id = :evidenceId)
                        """)
                .bind("sequence", last.sequence())
                .bind("entries", entries)
                .bind("evidenceId", last.evidenceId())
                .mapTo(Boolean.class)
                .one());
    }
}
