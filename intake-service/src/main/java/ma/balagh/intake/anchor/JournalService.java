package ma.balagh.intake.anchor;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ma.balagh.audit.transparency.MerkleHasher;

/**
 * The journal of all custody chains: each anchoring appends the newest entry of every changed chain as a leaf of one
 * Merkle tree. One chain can then be proved to be in it without showing any other.
 */
@ApplicationScoped
class JournalService {

    /** More than those in one transaction would keep writers of custody waiting. */
    static final int BATCH = 10_000;

    /** Where a node of the tree stands: its leaves are on level 0. */
    record Place(int level, long position) {}

    private final JournalRepository repository;

    JournalService(JournalRepository repository) {
        this.repository = repository;
    }

    long size() {
        return repository.size();
    }

    /** Whether any chain moved that nobody else is anchoring, apart from those of the compartment. */
    boolean hasMoved() {
        return repository.hasMoved();
    }

    /**
     * Appends the chains that moved, those that wait longest first. Runs in the transaction and under the lock of the
     * anchor that covers them.
     *
     * @return how many; {@link #BATCH} when there may be more
     */
    int takeIn() {
        List<JournalLeaf> moved = repository.takeMoved(BATCH);
        if (!moved.isEmpty()) {
            append(moved);
        }
        return moved.size();
    }

    /**
     * Calculates something of the tree. The calculation runs twice: once to learn which nodes it needs, and once more
     * with these.
     */
    <T> T calculate(Function<MerkleTree.Nodes, T> calculation) {
        var wanted = new LinkedHashSet<Place>();
        var unused = calculation.apply((level, position) -> {
            wanted.add(new Place(level, position));
            return new byte[0];
        });
        Map<Place, byte[]> nodes = repository.nodes(wanted);
        return calculation.apply((level, position) -> node(nodes, new Place(level, position)));
    }

    private void append(List<JournalLeaf> leaves) {
        long first = size();
        long position = first;
        Map<Place, byte[]> known = repository.nodes(lefts(first));
        var added = new LinkedHashMap<Place, byte[]>();
        for (JournalLeaf leaf : leaves) {
            var place = new Place(0, position);
            byte[] hash = leaf.hashed();
            added.put(place, hash);
            // Each right half completes the subtree above it.
            while (place.position() % 2 == 1) {
                var left = new Place(place.level(), place.position() - 1);
                hash = MerkleHasher.parent(node(added.containsKey(left) ? added : known, left), hash);
                place = new Place(place.level() + 1, place.position() / 2);
                added.put(place, hash);
            }
            position++;
        }
        repository.insertLeaves(first, leaves);
        repository.insertNodes(added);
    }

    /** The complete subtrees that a tree of that size ends with: what comes next completes one above them. */
    private static List<Place> lefts(long size) {
        var lefts = new ArrayList<Place>();
        for (int level = 0; size >> level > 0; level++) {
            if ((size >> level) % 2 == 1) {
                lefts.add(new Place(level, (size >> level) - 1));
            }
        }
        return lefts;
    }

    private static byte[] node(Map<Place, byte[]> nodes, Place place) {
        return requireNonNull(nodes.get(place), () -> "the journal lacks its node " + place);
    }
}
