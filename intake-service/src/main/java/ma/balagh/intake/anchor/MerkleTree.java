package ma.balagh.intake.anchor;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.audit.transparency.MerkleHasher;

/**
 * The Merkle tree of RFC 9162, section 2.1, with SHA-256. Its complete subtrees are stored; everything else follows from
 * them.
 */
final class MerkleTree {

    /** The complete subtrees: the hash of the 2<sup>level</sup> leaves that begin with leaf position · 2<sup>level</sup>. */
    @FunctionalInterface
    interface Nodes {

        byte[] at(int level, long position);
    }

    private final long size;
    private final Nodes nodes;

    MerkleTree(long size, Nodes nodes) {
        this.size = size;
        this.nodes = nodes;
    }

    byte[] root() {
        return size == 0 ? MerkleHasher.empty() : hash(0, size);
    }

    /** What has to be hashed with a leaf, from below, to come to the root (section 2.1.3). */
    List<byte[]> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of %d leaves has none at %d".formatted(size, index));
        }
        var path = new ArrayList<byte[]>();
        inclusion(index, 0, size, path);
        return path;
    }

    /** What shows that the tree of the first so many leaves is the beginning of this one (section 2.1.4). */
    List<byte[]> consistency(long earlier) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException("%d leaves are no beginning of %d".formatted(earlier, size));
        }
        var path = new ArrayList<byte[]>();
        if (earlier > 0) {
            consistency(earlier, 0, size, true, path);
        }
        return path;
    }

    private void inclusion(long index, long start, long count, List<byte[]> path) {
        if (count == 1) {
            return;
        }
        long left = leftOf(count);
        if (index < left) {
            inclusion(index, start, left, path);
            path.add(hash(start + left, count - left));
        } else {
            inclusion(index - left, start + left, count - left, path);
            path.add(hash(start, left));
        }
    }

    private void consistency(long earlier, long start, long count, boolean whole, List<byte[]> path) {
        if (earlier == count) {
            if (!whole) {
                path.add(hash(start, count));
            }
            return;
        }
        long left = leftOf(count);
        if (earlier <= left) {
            consistency(earlier, start, left, whole, path);
            path.add(hash(start + left, count - left));
        } else {
            consistency(earlier - left, start + left, count - left, false, path);
            path.add(hash(start, left));
        }
    }

    private byte[] hash(long start, long count) {
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return nodes.at(level, start >> level);
        }
        long left = leftOf(count);
        return MerkleHasher.parent(hash(start, left), hash(start + left, count - left));
    }

    /** The largest power of two below. */
    private static long leftOf(long count) {
        return Long.highestOneBit(count - 1);
    }
}
