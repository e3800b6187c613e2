package ma.balagh.intake.proof;

import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Queue;
import ma.balagh.audit.transparency.MerkleTreeBuilder;
import ma.balagh.intake.anchor.JournalLeaf;
import ma.balagh.intake.proof.CustodySnapshotRepository.AnchoredLeaf;

/** Verifies the journal's leaves, each with the custody entry that it names, and the tree above them. */
final class JournalProofVerifier {

    private static final int PAGE = 5_000;

    private final CustodySnapshotRepository snapshot;
    private final ProofFaultRecorder faults;
    private final ProofProgressRecorder progress;
    private final long all;
    private final MerkleTreeBuilder tree = new MerkleTreeBuilder();
    private final Queue<AnchoredLeaf> ahead = new ArrayDeque<>();
    private long read = -1;
    private boolean gap;

    JournalProofVerifier(
            CustodySnapshotRepository snapshot,
            CustodyCounts counts,
            ProofFaultRecorder faults,
            ProofProgressRecorder progress) {
        this.snapshot = snapshot;
        this.all = counts.leaves();
        this.faults = faults;
        this.progress = progress;
    }

    /** Leaves so far. */
    long size() {
        return tree.size();
    }

    /** The root of the leaves so far. */
    String root() {
        return HexFormat.of().formatHex(tree.root());
    }

    /** Takes further leaves, up to that many altogether; fewer where there are no more. */
    void growTo(long size) {
        while (tree.size() < size) {
            if (ahead.isEmpty() && !readOn()) {
                return;
            }
            take(ahead.remove());
        }
    }

    private void take(AnchoredLeaf leaf) {
        if (leaf.position() != tree.size() && !gap) {
            // All those behind it stand elsewhere, too.
            gap = true;
            faults.add(ProofFaultRecorder.Part.JOURNAL, tree.size(), "the leaf is missing");
        }
        if (leaf.entryHash() == null) {
            faults.add(
                    ProofFaultRecorder.Part.JOURNAL,
                    leaf.position(),
                    "custody has no entry %d of evidence %s, which was anchored"
                            .formatted(leaf.sequence(), leaf.evidenceId()));
        } else if (!leaf.entryHash().equals(leaf.hash())) {
            faults.add(
                    ProofFaultRecorder.Part.JOURNAL,
                    leaf.position(),
                    "entry %d of evidence %s has another hash than the one that was anchored"
                            .formatted(leaf.sequence(), leaf.evidenceId()));
        }
        tree.add(new JournalLeaf(leaf.evidenceId(), leaf.sequence(), leaf.hash()).hashed());
        progress.at("leaves", tree.size(), all);
    }

    private boolean readOn() {
        var page = snapshot.leaves(read, PAGE);
        if (page.isEmpty()) {
            return false;
        }
        ahead.addAll(page);
        read = page.getLast().position();
        return true;
    }
}
