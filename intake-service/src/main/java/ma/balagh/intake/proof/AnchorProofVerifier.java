package ma.balagh.intake.proof;

import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import ma.balagh.intake.anchor.Anchor;
import ma.balagh.intake.custody.CustodyEntry;
import ma.balagh.intake.proof.CustodySnapshotRepository.StoredAnchor;
import org.jspecify.annotations.Nullable;

/** Verifies every anchor: its signature, its predecessor, the journal that it covers, and its copy outside. */
final class AnchorProofVerifier {

    private static final int PAGE = 500;

    private final CustodySnapshotRepository snapshot;
    private final JournalProofVerifier journal;
    private final OutsideAnchorVerifier outside;
    private final ProofFaultRecorder faults;
    private final ProofProgressRecorder progress;
    private final long all;
    private final Map<String, byte[]> keys;
    private final Set<String> unknownKeys = new HashSet<>();
    private @Nullable Anchor last;
    private boolean rootsDiffer;

    AnchorProofVerifier(
            CustodySnapshotRepository snapshot,
            JournalProofVerifier journal,
            OutsideAnchorVerifier outside,
            CustodyCounts counts,
            ProofFaultRecorder faults,
            ProofProgressRecorder progress) {
        this.snapshot = snapshot;
        this.journal = journal;
        this.outside = outside;
        this.all = counts.anchors();
        this.keys = snapshot.keys();
        this.faults = faults;
        this.progress = progress;
    }

    /** @param newestOutside the greatest number that was kept outside before the database's moment */
    void prove(OptionalLong newestOutside) {
        for (var page = snapshot.anchors(0, PAGE);
                !page.isEmpty();
                page = snapshot.anchors(page.getLast().anchor().number(), PAGE)) {
            for (StoredAnchor row : page) {
                prove(row);
                last = row.anchor();
                progress.at("anchors", row.anchor().number(), all);
            }
        }
        long covered = last == null ? 0 : last.size();
        journal.growTo(Long.MAX_VALUE);
        if (journal.size() > covered && !rootsDiffer) {
            faults.add(ProofFaultRecorder.Part.JOURNAL, covered, "no anchor covers this leaf, nor those after it");
        }
        long newest = last == null ? 0 : last.number();
        if (newestOutside.orElse(0) > newest) {
            faults.add(
                    ProofFaultRecorder.Part.ANCHOR,
                    newestOutside.getAsLong(),
                    "it is kept outside, and the database's newest is %d: the database is older than what was anchored"
                            .formatted(newest));
        }
    }

    private void prove(StoredAnchor row) {
        Anchor anchor = row.anchor();
        long expected = last == null ? 1 : last.number() + 1;
        if (anchor.number() != expected) {
            fault(expected, "it is missing");
        } else if (!anchor.previousHash().equals(last == null ? CustodyEntry.GENESIS : last.hash())) {
            fault(anchor.number(), "it does not follow from the one before");
        }
        byte[] key = keys.get(anchor.keyId());
        if (key == null) {
            if (unknownKeys.add(anchor.keyId())) {
                fault(anchor.number(), "the key that it, and maybe others, name is not known: " + anchor.keyId());
            }
        } else if (!anchor.isSignedBy(key)) {
            fault(anchor.number(), "its signature is not one of the key that it names over what it says");
        }
        if (!anchor.hash().equals(row.hash())) {
            fault(anchor.number(), "its hash is not the one that stands beside it");
        }
        proveRoot(anchor);
        outside.prove(anchor, key, row.stamp(), row.unfinished());
    }

    /** Where one root differs, all those after it do: the first one says where. */
    private void proveRoot(Anchor anchor) {
        if (rootsDiffer) {
            return;
        }
        if (anchor.size() < journal.size()) {
            fault(anchor.number(), "it covers %d leaves, fewer than the one before".formatted(anchor.size()));
            return;
        }
        journal.growTo(anchor.size());
        if (journal.size() < anchor.size()) {
            rootsDiffer = true;
            fault(
                    anchor.number(),
                    "it covers %d leaves, of which the journal has %d".formatted(anchor.size(), journal.size()));
        } else if (!journal.root().equals(anchor.root())) {
            rootsDiffer = true;
            fault(anchor.number(), "the journal's root at its %d leaves is another one".formatted(anchor.size()));
        }
    }

    private void fault(long number, String why) {
        faults.add(ProofFaultRecorder.Part.ANCHOR, number, why);
    }
}
