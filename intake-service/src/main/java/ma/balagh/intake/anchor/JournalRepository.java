package ma.balagh.intake.anchor;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import ma.balagh.intake.anchor.JournalService.Place;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** The tables {@code custody_unanchored}, {@code custody_leaf} and {@code custody_node}. */
@ApplicationScoped
class JournalRepository {

    private final Session session;

    JournalRepository(Session session) {
        this.session = session;
    }

    /** How many leaves there are. */
    long size() {
        return ScalarQuery.of(session, "select coalesce(max(position) + 1, 0) from custody_leaf", Long.class)
                .getSingleResult();
    }

    /** Whether any chain moved, apart from those of the compartment. */
    boolean hasMoved() {
        return ScalarQuery.of(session, """
                        select exists (
                            select from custody_unanchored
                            where not exists (select from custody_compartment where chain_id = custody_unanchored.evidence_id)
                        )""", Boolean.class).getSingleResult();
    }

    /** Takes out the chains that moved, those that wait longest first, without those that are moving now. */
    List<JournalLeaf> takeMoved(int limit) {
        return session.createNativeQuery("""
                        with taken as (
                            delete from custody_unanchored where evidence_id in (
                                select evidence_id from custody_unanchored
                                order by since limit :limit for update skip locked)
                            returning evidence_id, sequence, hash)
                        select evidence_id, sequence, hash from taken order by evidence_id
                        """, Tuple.class).setParameter("limit", limit).getResultList().stream()
                .map(row -> new JournalLeaf(
                        row.get("evidence_id", UUID.class),
                        row.get("sequence", Integer.class),
                        row.get("hash", String.class)))
                .toList();
    }

    /** @param position of the first one */
    void insertLeaves(long position, List<JournalLeaf> leaves) {
        session.createNativeMutationQuery("""
                        insert into custody_leaf (position, evidence_id, sequence, hash)
                        select :position + place - 1, evidence_id, sequence, hash
                        from unnest(cast(:chains as uuid[]), cast(:sequences as integer[]), :hashes)
                            with ordinality as leaf (evidence_id, sequence, hash, place)
                        """)
                .setParameter("position", position)
                .setParameter("chains", texts(leaves, JournalLeaf::evidenceId))
                .setParameter("sequences", texts(leaves, JournalLeaf::sequence))
                .setParameter("hashes", texts(leaves, JournalLeaf::hash))
                .executeUpdate();
    }

    void insertNodes(Map<Place, byte[]> nodes) {
        session.createNativeMutationQuery("""
                        insert into custody_node (level, position, hash)
                        select level, position, decode(hash, 'hex')
                        from unnest(cast(:levels as integer[]), cast(:positions as bigint[]), :hashes)
                            as node (level, position, hash)
                        """)
                .setParameter("levels", texts(nodes.keySet(), Place::level))
                .setParameter("positions", texts(nodes.keySet(), Place::position))
                .setParameter("hashes", texts(nodes.values(), HexFormat.of()::formatHex))
                .executeUpdate();
    }

    /** Those of these nodes that there are. */
    Map<Place, byte[]> nodes(Collection<Place> places) {
        return session.createNativeQuery("""
                        select custody_node.level, custody_node.position, custody_node.hash
                        from unnest(cast(:levels as integer[]), cast(:positions as bigint[])) as wanted (level, position)
                        join custody_node using (level, position)
                        """, Tuple.class)
                .setParameter("levels", texts(places, Place::level))
                .setParameter("positions", texts(places, Place::position))
                .getResultStream()
                .collect(toMap(
                        row -> new Place(row.get("level", Integer.class), row.get("position", Long.class)),
                        row -> row.get("hash", byte[].class)));
    }

    /** Arrays of texts are certain to exist in a native executable; Hibernate makes them by reflection. */
    private static <T> String[] texts(Collection<T> rows, Function<T, Object> column) {
        return rows.stream().map(column).map(Object::toString).toArray(String[]::new);
    }
}
