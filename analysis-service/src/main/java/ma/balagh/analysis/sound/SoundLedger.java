package ma.balagh.analysis.sound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The sounds of all media seen so far, numbered in the order of commits: whoever appends holds the lock until his
 * transaction ends.
 */
@ApplicationScoped
class SoundLedger {

    /** @param sound null for a medium without any */
    record Entry(long sequence, UUID evidenceId, @Nullable SoundFingerprint sound) {}

    /** "sounds" as ASCII: the advisory lock's number in this database. */
    private static final long LOCK = 0x736F_756E_6473L;

    private final Jdbi jdbi;

    SoundLedger(Jdbi jdbi) {
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
    void append(UUID evidenceId, @Nullable SoundFingerprint sound) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into sound (evidence_id, items)
                        values (:evidenceId, :items)
                        """)
                .bind("evidenceId", evidenceId)
                .bind("items", sound == null ? null : sound.bytes())
                .execute());
    }

    List<Entry> after(long sequence, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select sequence, evidence_id, items
                        from sound
                        where sequence > :sequence
                        order by sequence
                        limit :limit
                        """)
                .bind("sequence", sequence)
                .bind("limit", limit)
                .map((row, context) -> {
                    byte[] items = row.getBytes("items");
                    return new Entry(
                            row.getLong("sequence"),
                            row.getObject("evidence_id", UUID.class),
                            items == null ? null : SoundFingerprint.of(items));
                })
                .list());
    }
}
