package ma.balagh.intake.proof;

import java.util.ArrayDeque;
import java.util.Queue;
import ma.balagh.intake.anchor.GrowingTree;
import ma.balagh.intake.proof.SnapshotRepository.AnchoredLeaf;

/** The journal's leaves, each beside the custody entry that it names, and the tree that follows from them. */
final class JournalProof {

    private static final int PAGE = 5_000;

    private final SnapshotRepository snapshot;
    private final Faults faults;
    private final Progress progress;
    private final long all;
    private final GrowingTree tree = new GrowingTree();
    private final Queue<AnchoredLeaf> ahead = new ArrayDeque<>();
    private long read = -1;
    private boolean gap;

    JournalProof(SnapshotRepository snapshot, Counts counts, Faults faults, Progress progress) {
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
        return tree.root();
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
            faults.add(Faults.Part.JOURNAL, tree.size(), "the leaf is missing");
        }
        if (leaf.entryHash() == null) {
            faults.add(
                    Faults.Part.JOURNAL,
                    leaf.position(),
                    "custody has no entry %d of evidence %s, which was anchored"
                            .formatted(leaf.sequence(), leaf.evidenceId()));
        } else if (!leaf.entryHash().equals(leaf.hash())) {
            faults.add(
                    Faults.Part.JOURNAL,
                    leaf.position(),
                    "entry %d of evidence %s has another hash than the one that was anchored"
                            .formatted(leaf.sequence(), leaf.evidenceId()));
        }
        tree.add(leaf.evidenceId(), leaf.sequence(), leaf.hash());
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
