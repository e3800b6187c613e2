package ma.balagh.intake.anchor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.UUID;

/**
 * Recomputes the journal's tree from its leaves. It holds only the complete subtrees at its end: as many as its size
 * has bits.
 */
public final class MerkleTreeBuilder {

    // The smallest one on top.
    private final Deque<byte[]> subtrees = new ArrayDeque<>();
    private long size;

    public long size() {
        return size;
    }

    /** Appends the leaf that says how far a chain has come. */
    public void add(UUID evidenceId, int sequence, String hash) {
        byte[] node = MerkleTree.leaf(new JournalService.Leaf(evidenceId, sequence, hash).content());
        for (long left = size; left % 2 == 1; left /= 2) {
            node = MerkleTree.parent(subtrees.pop(), node);
        }
        subtrees.push(node);
        size++;
    }

    /** The root (RFC 9162) of the leaves so far, as 64 lower-case hexadecimal digits. */
    public String root() {
        Iterator<byte[]> fromSmallest = subtrees.iterator();
        byte[] root = fromSmallest.hasNext()
                ? fromSmallest.next()
                : new MerkleTree(0, (level, position) -> new byte[0]).root();
        while (fromSmallest.hasNext()) {
            root = MerkleTree.parent(fromSmallest.next(), root);
        }
        return HexFormat.of().formatHex(root);
    }
}
