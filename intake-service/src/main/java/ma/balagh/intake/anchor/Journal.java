package ma.balagh.intake.anchor;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import ma.balagh.intake.custody.CanonicalJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The journal of all custody chains: each anchoring appends the newest entry of every chain that moved as a leaf of one
 * Merkle tree. A single chain is then shown to be in it without showing any other.
 */
@ApplicationScoped
class Journal {

    /** More than those in one transaction would keep writers of custody waiting. */
    static final int BATCH = 10_000;

    /** A chain as far as its entry of that number. */
    record Leaf(UUID evidenceId, int sequence, String hash) {

        /** What is hashed. */
        byte[] content() {
            return new CanonicalJson()
                    .member("evidenceId", evidenceId.toString())
                    .member("format", "balagh-leaf/1")
                    .member("hash", hash)
                    .member("sequence", sequence)
                    .end()
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private record Place(int level, long position) {}

    private final Jdbi jdbi;

    Journal(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    long size() {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(max(position) + 1, 0) from custody_leaf")
                .mapTo(Long.class)
                .one());
    }

    /** Whether any chain moved that nobody else is anchoring, apart from those of the compartment. */
    boolean hasMoved() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select exists (
                            select from custody_unanchored
                            where not exists (select from custody_compartment where chain_id = custody_unanchored.evidence_id)
                        )""").mapTo(Boolean.class).one());
    }

    /**
     * Appends the chains that moved, those that wait longest first. Runs in the transaction and under the lock of the
     * anchor that covers them.
     *
     * @return how many; {@link #BATCH} when there may be more
     */
    int takeIn() {
        return jdbi.withHandle(handle -> {
            List<Leaf> moved = handle.createQuery("""
                            with taken as (
                                delete from custody_unanchored where evidence_id in (
                                    select evidence_id from custody_unanchored
                                    order by since limit :limit for update skip locked)
                                returning evidence_id, sequence, hash)
                            select evidence_id, sequence, hash from taken order by evidence_id
                            """)
                    .bind("limit", BATCH)
                    .map((row, context) -> new Leaf(
                            row.getObject("evidence_id", UUID.class), row.getInt("sequence"), row.getString("hash")))
                    .list();
            if (!moved.isEmpty()) {
                append(handle, moved);
            }
            return moved.size();
        });
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
        Map<Place, byte[]> nodes = jdbi.withHandle(handle -> nodes(handle, wanted));
        return calculation.apply((level, position) -> node(nodes, new Place(level, position)));
    }

    private void append(Handle handle, List<Leaf> leaves) {
        long position = size();
        Map<Place, byte[]> known = nodes(handle, lefts(position));
        var leafRows = handle.prepareBatch("""
                insert into custody_leaf (position, evidence_id, sequence, hash)
                values (:position, :evidence, :sequence, :hash)
                """);
        var nodeRows = handle.prepareBatch(
                "insert into custody_node (level, position, hash) values (:level, :position, :hash)");
        for (Leaf leaf : leaves) {
            leafRows.bind("position", position)
                    .bind("evidence", leaf.evidenceId())
                    .bind("sequence", leaf.sequence())
                    .bind("hash", leaf.hash())
                    .add();
            var place = new Place(0, position);
            byte[] hash = MerkleTree.leaf(leaf.content());
            nodeRows.bind("level", 0)
                    .bind("position", position)
                    .bind("hash", hash)
                    .add();
            known.put(place, hash);
            // Each right half completes the subtree above it.
            while (place.position() % 2 == 1) {
                hash = MerkleTree.parent(node(known, new Place(place.level(), place.position() - 1)), hash);
                place = new Place(place.level() + 1, place.position() / 2);
                nodeRows.bind("level", place.level())
                        .bind("position", place.position())
                        .bind("hash", hash)
                        .add();
                known.put(place, hash);
            }
            position++;
        }
        leafRows.execute();
        nodeRows.execute();
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

    private static Map<Place, byte[]> nodes(Handle handle, Collection<Place> places) {
        var nodes = new HashMap<Place, byte[]>();
        handle.createQuery("""
                        select custody_node.level, custody_node.position, custody_node.hash
                        from unnest(:levels, :positions) as wanted (level, position)
                        join custody_node using (level, position)
                        """)
                .bindArray(
                        "levels",
                        Integer.class,
                        places.stream().map(Place::level).toList())
                .bindArray(
                        "positions",
                        Long.class,
                        places.stream().map(Place::position).toList())
                .map((row, context) ->
                        Map.entry(new Place(row.getInt("level"), row.getLong("position")), row.getBytes("hash")))
                .forEach(node -> nodes.put(node.getKey(), node.getValue()));
        return nodes;
    }
}
