package ma.balagh.audit.transparency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Computes the root of a Merkle tree (RFC 9162) from its leaves. It holds only the complete subtrees at its end: as many
 * as its size has bits.
 */
public final class MerkleTreeBuilder {

    private record Subtree(int level, byte[] hash) {}

    // The smallest one on top.
    private final Deque<Subtree> subtrees = new ArrayDeque<>();
    private long size;

    public long size() {
        return size;
    }

    /** @param hash of the leaf that comes next */
    public void add(byte[] hash) {
        add(0, hash);
    }

    /**
     * Adds many leaves at once.
     *
     * @param level of the subtree that has the next 2<sup>level</sup> leaves; no larger one may stand before a smaller one
     *     that is not complete
     */
    public void add(int level, byte[] hash) {
        if (size % (1L << level) != 0) {
            throw new IllegalArgumentException("no subtree of level %d begins at leaf %d".formatted(level, size));
        }
        size += 1L << level;
        var added = new Subtree(level, hash);
        while (!subtrees.isEmpty() && subtrees.peek().level() == added.level()) {
            added = new Subtree(
                    added.level() + 1, MerkleHasher.parent(subtrees.pop().hash(), added.hash()));
        }
        subtrees.push(added);
    }

    /** Of the leaves so far; 32 bytes. */
    public byte[] root() {
        Iterator<Subtree> fromSmallest = subtrees.iterator();
        byte[] root = fromSmallest.hasNext() ? fromSmallest.next().hash() : MerkleHasher.empty();
        while (fromSmallest.hasNext()) {
            root = MerkleHasher.parent(fromSmallest.next().hash(), root);
        }
        return root;
    }
}
