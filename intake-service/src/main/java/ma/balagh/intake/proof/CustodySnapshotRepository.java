package ma.balagh.intake.proof;

import static java.util.stream.Collectors.toMap;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.intake.anchor.Anchor;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The tables of custody at one moment, each in its order and in sections. */
final class CustodySnapshotRepository {

    /** @param entryHash of the custody entry that it names; absent where there is none */
    record AnchoredLeaf(
            long position,
            UUID evidenceId,
            int sequence,
            String hash,
            @Nullable String entryHash) {}

    /** @param unfinished whether its files outside may still be missing */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record StoredAnchor(Anchor anchor, String hash, byte @Nullable [] stamp, boolean unfinished) {}

    private final StatelessSession session;

    CustodySnapshotRepository(StatelessSession session) {
        this.session = session;
    }

    CustodyCounts counts() {
        Tuple row = session.createNativeQuery("""
                        select (select count(*) from report) as reports,
                               count(*) as evidence,
                               count(*) filter (where erased_at is not null) as erased,
                               count(*) filter (where erased_at is not null and bytes_gone_at is null) as remaining,
                               cast(coalesce(sum(size) filter (where erased_at is null), 0) as bigint) as bytes,
                               (select count(*) from custody_entry) as entries,
                               (select count(*) from custody_leaf) as leaves,
                               (select count(*) from custody_anchor) as anchors
                        from evidence
                        """, Tuple.class).getSingleResult();
        return new CustodyCounts(
                row.get("reports", Long.class),
                row.get("evidence", Long.class),
                row.get("erased", Long.class),
                row.get("remaining", Long.class),
                row.get("bytes", Long.class),
                row.get("entries", Long.class),
                row.get("leaves", Long.class),
                row.get("anchors", Long.class));
    }

    /** The evidence of all chains, in the order of the chains' ids. */
    List<SingleChainVerifier.Evidence> chains(UUID after, int limit) {
        return session
                .createNativeQuery("""
                        (select id as chain, id, digest as sha256, size, erased_at is not null as erased,
                                cast(null as uuid) as compartment
                         from evidence where id > :after order by id limit :limit)
                        union all
                        (select chain_id, evidence_id, '', 0, false, chain_id
                         from custody_compartment where chain_id > :after order by chain_id limit :limit)
                        order by chain limit :limit
                        """, Tuple.class)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(row -> new SingleChainVerifier.Evidence(
                        row.get("id", UUID.class),
                        row.get("sha256", String.class),
                        row.get("size", Long.class),
                        row.get("erased", Boolean.class),
                        row.get("compartment", UUID.class)))
                .toList();
    }

    /** Those behind that entry of that chain, up to the end of the last chain. */
    List<StoredCustodyEntry> entries(UUID chainId, int sequence, UUID last, int limit) {
        return session
                .createNativeQuery("""
                        select evidence_id, sequence, at, actor, action, detail, previous_hash, hash
                        from custody_entry
                        where (evidence_id, sequence) > (:chain, :sequence) and evidence_id <= :last
                        order by evidence_id, sequence limit :limit
                        """, Tuple.class)
                .setParameter("chain", chainId)
                .setParameter("sequence", sequence)
                .setParameter("last", last)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(row -> new StoredCustodyEntry(
                        row.get("evidence_id", UUID.class),
                        row.get("sequence", Integer.class),
                        row.get("at", Instant.class),
                        row.get("actor", String.class),
                        row.get("action", String.class),
                        row.get("detail", String.class),
                        row.get("previous_hash", String.class),
                        row.get("hash", String.class)))
                .toList();
    }

    List<AnchoredLeaf> leaves(long after, int limit) {
        return session
                .createNativeQuery("""
                        select leaf.position, leaf.evidence_id, leaf.sequence, leaf.hash, entry.hash as entry_hash
                        from custody_leaf as leaf
                        left join custody_entry as entry
                            on entry.evidence_id = leaf.evidence_id and entry.sequence = leaf.sequence
                        where leaf.position > :after order by leaf.position limit :limit
                        """, Tuple.class)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(row -> new AnchoredLeaf(
                        row.get("position", Long.class),
                        row.get("evidence_id", UUID.class),
                        row.get("sequence", Integer.class),
                        row.get("hash", String.class),
                        row.get("entry_hash", String.class)))
                .toList();
    }

    /** SubjectPublicKeyInfo in DER, by the key's id. */
    Map<String, byte[]> keys() {
        return session.createNativeQuery("select id, public_key from custody_key", Tuple.class)
                .getResultStream()
                .collect(toMap(row -> row.get("id", String.class), row -> row.get("public_key", byte[].class)));
    }

    List<StoredAnchor> anchors(long after, int limit) {
        return session
                .createNativeQuery("""
                        select number, custody_anchor.at, size, root, previous_hash, key_id, signature, hash,
                               custody_time_stamp.response, custody_anchor_work.anchor_number is not null as unfinished
                        from custody_anchor
                        left join custody_time_stamp on custody_time_stamp.anchor_number = number
                        left join custody_anchor_work on custody_anchor_work.anchor_number = number
                        where number > :after order by number limit :limit
                        """, Tuple.class)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(row -> new StoredAnchor(
                        new Anchor(
                                row.get("number", Long.class),
                                row.get("at", Instant.class),
                                row.get("size", Long.class),
                                row.get("root", String.class),
                                row.get("previous_hash", String.class),
                                row.get("key_id", String.class),
                                row.get("signature", byte[].class)),
                        row.get("hash", String.class),
                        row.get("response", byte[].class),
                        row.get("unfinished", Boolean.class)))
                .toList();
    }
}
