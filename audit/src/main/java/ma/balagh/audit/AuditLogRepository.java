package ma.balagh.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.audit.transparency.MerkleHasher;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** The tables {@code audit_leaf}, {@code audit_node} and {@code audit_checkpoint}, which the service alone sees. */
@ApplicationScoped
class AuditLogRepository {

    /** Any number, the same in each replica. */
    private static final long LOCK = 7_240_912_640L;

    /**
     * @param entriesUntil the time of the newest entry that has a leaf
     * @param note as it is given out
     */
    record Checkpoint(long size, Instant entriesUntil, String note) {}

    private final Session session;

    AuditLogRepository(Session session) {
        this.session = session;
    }

    /** Until the end of the transaction, nobody else appends. */
    void lock() {
        ScalarQuery.of(session, "select 1 from pg_advisory_xact_lock(%d)".formatted(LOCK), Integer.class)
                .getSingleResult();
    }

    Optional<Checkpoint> newest() {
        return session.createNativeQuery("""
                        select size, entries_until, note from audit_checkpoint order by size desc limit 1
                        """, Tuple.class)
                .uniqueResultOptional()
                .map(row -> new Checkpoint(
                        row.get("size", Long.class),
                        row.get("entries_until", Instant.class),
                        row.get("note", String.class)));
    }

    /** Whether the newest one is at least as old, by the clock that replicas share; also where there is none. */
    boolean isNewestOlderThan(Duration age) {
        return ScalarQuery.of(session, """
                        select not exists (
                            select from audit_checkpoint where made_at > now() - cast(:age as interval))
                        """, Boolean.class)
                .setParameter("age", age.toString())
                .getSingleResult();
    }

    /**
     * Entries that have no leaf yet, oldest first, without those that will be others.
     *
     * @param until the time of the newest entry that has one
     * @param late how long after its time an entry may be committed
     */
    List<AuditEntryView> unlogged(Instant until, Duration late, int limit) {
        return session
                .createNativeQuery("""
                        select id, at, person_id, person_name, kind, record_type, record_id, purpose from audit_entry
                        where at >= :since and kind <> :passing
                          and not exists (select from audit_leaf where audit_leaf.entry_id = audit_entry.id)
                        order by at, id limit :limit
                        """, Tuple.class)
                .setParameter("since", until.minus(late))
                .setParameter("passing", AuditKind.EVIDENCE_BEING_CONSULTED.name())
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(AuditRepository::entry)
                .toList();
    }

    /** @param first position */
    void insertLeaves(long first, List<AuditLeaf> leaves) {
        session.createNativeMutationQuery("""
                        insert into audit_leaf (position, entry_id, salt, commitment)
                        select :first + place - 1, cast(nullif(entry_id, '') as uuid),
                               decode(nullif(salt, ''), 'hex'), decode(commitment, 'hex')
                        from unnest(cast(:entries as text[]), cast(:salts as text[]), cast(:commitments as text[]))
                            with ordinality as leaf (entry_id, salt, commitment, place)
                        """)
                .setParameter("first", first)
                .setParameter(
                        "entries",
                        leaves.stream()
                                .map(leaf -> leaf.entryId() == null
                                        ? ""
                                        : leaf.entryId().toString())
                                .toArray(String[]::new))
                .setParameter(
                        "salts",
                        leaves.stream()
                                .map(leaf -> leaf.salt() == null
                                        ? ""
                                        : HexFormat.of().formatHex(leaf.salt()))
                                .toArray(String[]::new))
                .setParameter(
                        "commitments",
                        leaves.stream()
                                .map(leaf -> HexFormat.of().formatHex(leaf.commitment()))
                                .toArray(String[]::new))
                .executeUpdate();
    }

    void insertNode(int level, long position, byte[] hash) {
        session.createNativeMutationQuery(
                        "insert into audit_node (level, position, hash) values (:level, :position, :hash)")
                .setParameter("level", level)
                .setParameter("position", position)
                .setParameter("hash", hash)
                .executeUpdate();
    }

    void insert(Checkpoint checkpoint) {
        session.createNativeMutationQuery("""
                        insert into audit_checkpoint (size, made_at, entries_until, note)
                        values (:size, now(), least(cast(:until as timestamptz), now()), :note)
                        """)
                .setParameter("size", checkpoint.size())
                .setParameter("until", checkpoint.entriesUntil())
                .setParameter("note", checkpoint.note())
                .executeUpdate();
    }

    /** What leaves are of, from that position on. */
    List<byte[]> commitments(long first, int count) {
        return ScalarQuery.of(session, """
                        select commitment from audit_leaf
                        where position >= :first and position < :first + :count order by position
                        """, byte[].class)
                .setParameter("first", first)
                .setParameter("count", count)
                .getResultList();
    }

    /** The roots of subtrees of 256<sup>level</sup> leaves, from that position on: of level 0, the leaves' hashes. */
    List<byte[]> hashes(int level, long first, int count) {
        if (level == 0) {
            return commitments(first, count).stream().map(MerkleHasher::leaf).toList();
        }
        return ScalarQuery.of(session, """
                        select hash from audit_node
                        where level = :level and position >= :first and position < :first + :count order by position
                        """, byte[].class)
                .setParameter("level", level)
                .setParameter("first", first)
                .setParameter("count", count)
                .getResultList();
    }

    /** Of those entries that have one. */
    Map<UUID, AuditLeafView> leaves(Collection<UUID> entries) {
        return session
                .createNativeQuery("""
                        select entry_id, position, encode(salt, 'hex') as salt from audit_leaf
                        where entry_id = any(cast(:entries as uuid[]))
                        """, Tuple.class)
                .setParameter("entries", entries.stream().map(UUID::toString).toArray(String[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("entry_id", UUID.class),
                        row -> new AuditLeafView(row.get("position", Long.class), row.get("salt", String.class))));
    }
}
