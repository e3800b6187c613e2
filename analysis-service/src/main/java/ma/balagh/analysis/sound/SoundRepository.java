package ma.balagh.analysis.sound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code sound}: the sounds of all media seen so far, numbered in the order of commits, since whoever appends
 * holds the lock until the transaction ends.
 */
@ApplicationScoped
class SoundRepository {

    /** @param sound null for a medium without any */
    record Entry(long sequence, UUID evidenceId, @Nullable SoundFingerprint sound) {}

    /** "sounds" as ASCII: the advisory lock's number in this database. */
    private static final long LOCK = 0x736F_756E_6473L;

    private final Session session;

    SoundRepository(Session session) {
        this.session = session;
    }

    /** Waits for the lock and keeps it until the present transaction ends. */
    void lock() {
        ScalarQuery.of(session, "select true from (select pg_advisory_xact_lock(:lock)) as locked", Boolean.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    /** Needs the lock. */
    void append(UUID evidenceId, @Nullable SoundFingerprint sound) {
        session.createNativeMutationQuery("insert into sound (evidence_id, items) values (:evidenceId, :items)")
                .setParameter("evidenceId", evidenceId)
                .setParameter("items", sound == null ? null : sound.bytes(), byte[].class)
                .executeUpdate();
    }

    @Transactional
    List<Entry> after(long sequence, int limit) {
        return session
                .createNativeQuery("""
                        select sequence, evidence_id, items
                        from sound
                        where sequence > :sequence
                        order by sequence
                        limit :limit
                        """, Tuple.class)
                .setParameter("sequence", sequence)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(SoundRepository::entry)
                .toList();
    }

    private static Entry entry(Tuple row) {
        byte[] items = row.get("items", byte[].class);
        return new Entry(
                row.get("sequence", Long.class),
                row.get("evidence_id", UUID.class),
                items == null ? null : SoundFingerprint.of(items));
    }
}
