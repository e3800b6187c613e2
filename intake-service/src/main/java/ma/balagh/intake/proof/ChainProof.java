package ma.balagh.intake.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Every custody chain, from its first entry to its last, beside the evidence that it belongs to. */
final class ChainProof {

    private static final int EVIDENCE = 1_000;
    private static final int ENTRIES = 5_000;
    // As PostgreSQL sorts them.
    static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final Handle handle;
    private final Faults faults;
    private final Progress progress;
    private final long all;
    private long done;

    ChainProof(Handle handle, Counts counts, Faults faults, Progress progress) {
        this.handle = handle;
        this.all = counts.entries();
        this.faults = faults;
        this.progress = progress;
    }

    void prove() {
        UUID after = BEFORE_ALL;
        for (var page = evidence(after); !page.isEmpty(); page = evidence(after)) {
            UUID last = page.getLast().chain();
            prove(page, after, last);
            after = last;
        }
        prove(List.of(), after, BEHIND_ALL);
    }

    /** All entries of a section of the ids, whether there is evidence of these ids or not. */
    private void prove(List<Chain.Evidence> section, UUID after, UUID last) {
        Map<UUID, Chain> chains = section.stream()
                .map(evidence -> new Chain(evidence, faults))
                .collect(Collectors.toMap(Chain::id, chain -> chain, (one, same) -> one, LinkedHashMap::new));
        UUID orphan = null;
        UUID id = after;
        int sequence = Integer.MAX_VALUE;
        for (var page = entries(id, sequence, last); !page.isEmpty(); page = entries(id, sequence, last)) {
            for (Entry entry : page) {
                orphan = take(entry, chains, orphan);
            }
            id = page.getLast().evidenceId();
            sequence = page.getLast().sequence();
            done += page.size();
            progress.at("entries", done, all);
        }
        chains.values().forEach(Chain::end);
    }

    private @Nullable UUID take(Entry entry, Map<UUID, Chain> chains, @Nullable UUID orphan) {
        UUID id = entry.evidenceId();
        Chain chain = chains.get(id);
        if (chain != null) {
            chain.next(entry);
            return null;
        }
        if (!id.equals(orphan)) {
            faults.add(Faults.Part.CUSTODY, id, "its custody entries belong to no evidence");
        }
        return id;
    }

    private List<Chain.Evidence> evidence(UUID after) {
        return handle.createQuery("""
                        (select id as chain, id, coalesce(digest, sha256) as sha256, size, erased_at is not null as erased, null as compartment
                         from evidence where id > :after order by id limit :limit)
                        union all
                        (select chain_id, evidence_id, '', 0, false, chain_id
                         from custody_compartment where chain_id > :after order by chain_id limit :limit)
                        order by chain limit :limit
                        """)
                .bind("after", after)
                .bind("limit", EVIDENCE)
                .map((row, context) -> new Chain.Evidence(
                        row.getObject("id", UUID.class),
                        row.getString("sha256"),
                        row.getLong("size"),
                        row.getBoolean("erased"),
                        row.getObject("compartment", UUID.class)))
                .list();
    }

    private List<Entry> entries(UUID id, int sequence, UUID last) {
        return handle.createQuery("""
                        select evidence_id, sequence, at, actor, action, detail::text as detail, previous_hash, hash
                        from custody_entry
                        where (evidence_id, sequence) > (:id, :sequence) and evidence_id <= :last
                        order by evidence_id, sequence limit :limit
                        """)
                .bind("id", id)
                .bind("sequence", sequence)
                .bind("last", last)
                .bind("limit", ENTRIES)
                .map(Entry::of)
                .list();
    }
}
