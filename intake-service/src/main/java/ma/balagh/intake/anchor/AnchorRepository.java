package ma.balagh.intake.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The tables {@code custody_anchor}, {@code custody_anchor_work} and {@code custody_time_stamp}. */
@ApplicationScoped
class AnchorRepository {

    private static final String COLUMNS =
            "custody_anchor.number, custody_anchor.at, custody_anchor.size, custody_anchor.root,"
                    + " custody_anchor.previous_hash, custody_anchor.key_id, custody_anchor.signature";

    /** @param stampedAt when the authority says that it was stamped; absent until then */
    record Stamped(Anchor anchor, @Nullable Instant stampedAt) {}

    /** An anchor that lacks a copy outside or a time stamp. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Unfinished(Anchor anchor, byte @Nullable [] stamp) {}

    /**
     * A leaf of one chain with the first anchor that covers it.
     *
     * @param position of the leaf in the journal
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record AnchoredLeaf(long position, JournalLeaf leaf, Anchor anchor, byte @Nullable [] stamp) {}

    /**
     * What is still to be done.
     *
     * @param entries of custody that no anchor covers, outside the compartment
     * @param incomplete anchors without a time stamp or without a copy outside
     */
    record Backlog(
            long entries,
            @Nullable Instant oldestEntry,
            long incomplete,
            @Nullable Instant lastAnchor) {}

    private final Session session;

    AnchorRepository(Session session) {
        this.session = session;
    }

    /** Until the end of the transaction, nobody else makes an anchor. */
    void lock() {
        ScalarQuery.of(
                        session,
                        "select 1 from pg_advisory_xact_lock(hashtextextended('balagh.custody.anchor', 0))",
                        Integer.class)
                .getSingleResult();
    }

    void insert(Anchor anchor) {
        session.createNativeMutationQuery("""
                        insert into custody_anchor
                            (number, at, size, root, previous_hash, key_id, signature, hash)
                        values (:number, :at, :size, :root, :previousHash, :keyId, :signature, :hash)
                        """)
                .setParameter("number", anchor.number())
                .setParameter("at", anchor.at())
                .setParameter("size", anchor.size())
                .setParameter("root", anchor.root())
                .setParameter("previousHash", anchor.previousHash())
                .setParameter("keyId", anchor.keyId())
                .setParameter("signature", anchor.signature())
                .setParameter("hash", anchor.hash())
                .executeUpdate();
        session.createNativeMutationQuery("insert into custody_anchor_work (anchor_number) values (:number)")
                .setParameter("number", anchor.number())
                .executeUpdate();
    }

    /** Newest first. */
    List<Stamped> before(long number, int limit) {
        return session
                .createNativeQuery("select " + COLUMNS + """
                        , custody_time_stamp.at as stamped_at from custody_anchor
                        left join custody_time_stamp on anchor_number = number
                        where number < :before order by number desc limit :limit
                        """, Tuple.class)
                .setParameter("before", number)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(row -> new Stamped(anchor(row), row.get("stamped_at", Instant.class)))
                .toList();
    }

    Optional<Instant> stampedAt(long number) {
        return ScalarQuery.of(session, "select at from custody_time_stamp where anchor_number = :number", Instant.class)
                .setParameter("number", number)
                .uniqueResultOptional();
    }

    /** The first unfinished one after that number, held until the end of the transaction; passes over what others hold. */
    Optional<Unfinished> claim(long after) {
        return session.createNativeQuery("select " + COLUMNS + """
                        , custody_time_stamp.response from custody_anchor_work as work
                        join custody_anchor on custody_anchor.number = work.anchor_number
                        left join custody_time_stamp on custody_time_stamp.anchor_number = work.anchor_number
                        where work.anchor_number > :after order by work.anchor_number limit 1
                        for update of work skip locked
                        """, Tuple.class)
                .setParameter("after", after)
                .uniqueResultOptional()
                .map(row -> new Unfinished(anchor(row), row.get("response", byte[].class)));
    }

    void stamp(long number, TimeStampService.Stamp stamp) {
        session.createNativeMutationQuery(
                        "insert into custody_time_stamp (anchor_number, at, response) values (:number, :at, :response)")
                .setParameter("number", number)
                .setParameter("at", stamp.at())
                .setParameter("response", stamp.response())
                .executeUpdate();
    }

    void finish(long number) {
        session.createNativeMutationQuery("delete from custody_anchor_work where anchor_number = :number")
                .setParameter("number", number)
                .executeUpdate();
    }

    /**
     * The leaves of a chain, oldest first: the first one, and some of the newest.
     *
     * @param newest so many of the newest
     */
    List<AnchoredLeaf> leaves(UUID chainId, int newest) {
        return session
                .createNativeQuery("select leaf.position, leaf.sequence, leaf.hash, " + COLUMNS + """
                        , custody_time_stamp.response
                        from custody_leaf as leaf
                        cross join lateral (
                            select * from custody_anchor where custody_anchor.size > leaf.position
                            order by custody_anchor.size, custody_anchor.number limit 1) as custody_anchor
                        left join custody_time_stamp on custody_time_stamp.anchor_number = custody_anchor.number
                        where leaf.evidence_id = :chain and leaf.sequence in (
                            (select sequence from custody_leaf where evidence_id = :chain
                             order by sequence limit 1)
                            union
                            (select sequence from custody_leaf where evidence_id = :chain
                             order by sequence desc limit :newest))
                        order by leaf.position
                        """, Tuple.class)
                .setParameter("chain", chainId)
                .setParameter("newest", newest)
                .getResultList()
                .stream()
                .map(row -> new AnchoredLeaf(
                        row.get("position", Long.class),
                        new JournalLeaf(chainId, row.get("sequence", Integer.class), row.get("hash", String.class)),
                        anchor(row),
                        row.get("response", byte[].class)))
                .toList();
    }

    Backlog backlog() {
        Tuple row = session.createNativeQuery("""
                        with unanchored as (
                            select entries, since from custody_unanchored
                            where not exists (select from custody_compartment where chain_id = custody_unanchored.evidence_id))
                        select (select coalesce(sum(entries), 0) from unanchored) as entries,
                               (select min(since) from unanchored) as oldest_entry,
                               (select count(*) from custody_anchor_work) as incomplete,
                               (select at from custody_anchor order by number desc limit 1) as last_anchor
                        """, Tuple.class).getSingleResult();
        return new Backlog(
                row.get("entries", Long.class),
                row.get("oldest_entry", Instant.class),
                row.get("incomplete", Long.class),
                row.get("last_anchor", Instant.class));
    }

    private static Anchor anchor(Tuple row) {
        return new Anchor(
                row.get("number", Long.class),
                row.get("at", Instant.class),
                row.get("size", Long.class),
                row.get("root", String.class),
                row.get("previous_hash", String.class),
                row.get("key_id", String.class),
                row.get("signature", byte[].class));
    }
}
