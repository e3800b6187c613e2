package ma.balagh.intake.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Verifies every custody chain, from its first entry to its last, with its evidence. */
final class ChainProofVerifier {

    private static final int EVIDENCE = 1_000;
    private static final int ENTRIES = 5_000;
    // As PostgreSQL sorts them.
    static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final CustodySnapshotRepository snapshot;
    private final ProofFaultRecorder faults;
    private final ProofProgressRecorder progress;
    private final long all;
    private long done;

    ChainProofVerifier(
            CustodySnapshotRepository snapshot,
            CustodyCounts counts,
            ProofFaultRecorder faults,
            ProofProgressRecorder progress) {
        this.snapshot = snapshot;
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
    private void prove(List<SingleChainVerifier.Evidence> section, UUID after, UUID last) {
        Map<UUID, SingleChainVerifier> chains = section.stream()
                .map(evidence -> new SingleChainVerifier(evidence, faults))
                .collect(Collectors.toMap(
                        SingleChainVerifier::id, chain -> chain, (one, same) -> one, LinkedHashMap::new));
        UUID orphan = null;
        UUID id = after;
        int sequence = Integer.MAX_VALUE;
        for (var page = entries(id, sequence, last); !page.isEmpty(); page = entries(id, sequence, last)) {
            for (StoredCustodyEntry entry : page) {
                orphan = take(entry, chains, orphan);
            }
            id = page.getLast().evidenceId();
            sequence = page.getLast().sequence();
            done += page.size();
            progress.at("entries", done, all);
        }
        chains.values().forEach(SingleChainVerifier::end);
    }

    private @Nullable UUID take(
            StoredCustodyEntry entry, Map<UUID, SingleChainVerifier> chains, @Nullable UUID orphan) {
        UUID id = entry.evidenceId();
        SingleChainVerifier chain = chains.get(id);
        if (chain != null) {
            chain.next(entry);
            return null;
        }
        if (!id.equals(orphan)) {
            faults.add(ProofFaultRecorder.Part.CUSTODY, id, "its custody entries belong to no evidence");
        }
        return id;
    }

    private List<SingleChainVerifier.Evidence> evidence(UUID after) {
        return snapshot.chains(after, EVIDENCE);
    }

    private List<StoredCustodyEntry> entries(UUID id, int sequence, UUID last) {
        return snapshot.entries(id, sequence, last, ENTRIES);
    }
}
