package ma.balagh.analysis.footage;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.motion.FilmThumbnails;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/**
 * The tables {@code footage} and {@code footage_ledger}. All footage that was seen, numbered in the order of commits:
 * an append holds a lock until its transaction ends, so a reader that has seen a number has seen all lower ones, too.
 */
@ApplicationScoped
class FootageRepository {

    /** "footage" as ASCII: the advisory lock's number in this database. */
    private static final long LOCK = 0x666F_6F74_6167_65L;

    private final Session session;

    FootageRepository(Session session) {
        this.session = session;
    }

    /** Waits for the lock and keeps it until the present transaction ends. */
    void lock() {
        ScalarQuery.of(session, "select true from (select pg_advisory_xact_lock(:lock)) as locked", Boolean.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    /** Needs the lock. */
    void append(UUID evidenceId, MediumFootage footage, FilmThumbnails thumbnails) {
        List<byte[]> parts = footage.parts();
        session.createNativeMutationQuery("""
                        insert into footage (evidence_id, whole, insets, keyframes, thumbnails)
                        values (:evidenceId, :whole, :insets, :keyframes, :thumbnails)
                        """)
                .setParameter("evidenceId", evidenceId)
                .setParameter("whole", parts.get(0))
                .setParameter("insets", parts.get(1))
                .setParameter("keyframes", parts.get(2))
                .setParameter("thumbnails", thumbnails.toBytes())
                .executeUpdate();
    }

    /** Of some media. */
    @Transactional
    Map<UUID, FilmThumbnails> thumbnails(Collection<UUID> evidenceIds) {
        return session
                .createNativeQuery("""
                        select evidence_id, thumbnails
                        from footage
                        where evidence_id = any(:evidenceIds)
                        """, Tuple.class)
                .setParameter("evidenceIds", evidenceIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(toMap(
                        row -> row.get("evidence_id", UUID.class),
                        row -> FilmThumbnails.of(row.get("thumbnails", byte[].class))));
    }

    @Transactional
    List<FootageEntry> after(long sequence, int limit) {
        return session
                .createNativeQuery("""
                        select sequence, evidence_id, whole, insets, keyframes
                        from footage
                        where sequence > :sequence
                        order by sequence
                        limit :limit
                        """, Tuple.class)
                .setParameter("sequence", sequence)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(FootageRepository::entry)
                .toList();
    }

    /** Of one medium. */
    @Transactional
    MediumKeyframes keyframes(UUID evidenceId) {
        return MediumKeyframes.of(
                ScalarQuery.of(session, "select keyframes from footage where evidence_id = :evidenceId", byte[].class)
                        .setParameter("evidenceId", evidenceId)
                        .getSingleResult());
    }

    /** Tells this database's footage from that of others. */
    @Transactional
    UUID id() {
        return ScalarQuery.of(session, "select id from footage_ledger", UUID.class)
                .getSingleResult();
    }

    /** Whether a reader of so many entries, who has come to that position, has read what stands here. */
    @Transactional
    boolean holds(int entries, FootagePosition last) {
        return ScalarQuery.of(session, """
                        select (select count(*) from footage where sequence <= :sequence) = :entries
                           and exists (select from footage where sequence = :sequence and evidence_id = :evidenceId)
                        """, Boolean.class)
                .setParameter("sequence", last.sequence())
                .setParameter("entries", entries)
                .setParameter("evidenceId", last.evidenceId())
                .getSingleResult();
    }

    private static FootageEntry entry(Tuple row) {
        List<byte[]> parts = List.of(
                row.get("whole", byte[].class), row.get("insets", byte[].class), row.get("keyframes", byte[].class));
        return new FootageEntry(
                row.get("sequence", Long.class), row.get("evidence_id", UUID.class), MediumFootage.of(parts));
    }
}
