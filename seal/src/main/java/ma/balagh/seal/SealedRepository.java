package ma.balagh.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.seal.KeyWrapper.Wrapped;
import org.hibernate.Session;

/** The wrapped keys in the tables of all features; never what is sealed. */
@ApplicationScoped
@Transactional
class SealedRepository {

    record Row(UUID id, Wrapped wrapped) {}

    private final Session session;

    SealedRepository(Session session) {
        this.session = session;
    }

    /** How many rows lie under each key. */
    Map<String, Long> countByKey(SealedTable table) {
        return session
                .createNativeQuery(
                        "select key_id, count(*) as rows from %s group by key_id".formatted(table.name()), Tuple.class)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> row.get("key_id", String.class), row -> row.get("rows", Long.class)));
    }

    /** In the order of their ids. */
    List<Row> list(SealedTable table, String key, UUID after, int limit) {
        return list(table, key, after, limit, "");
    }

    /** The same, held until the transaction ends; those that somebody else holds are left out. */
    List<Row> lock(SealedTable table, String key, UUID after, int limit) {
        return list(table, key, after, limit, "for no key update skip locked");
    }

    private List<Row> list(SealedTable table, String key, UUID after, int limit, String locking) {
        return session
                .createNativeQuery("""
                        select %2$s as id, key_id, wrapped_key from %1$s
                        where key_id = :key and %2$s > :after
                        order by %2$s limit :limit %3$s
                        """.formatted(table.name(), table.id(), locking), Tuple.class)
                .setParameter("key", key)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(row -> new Row(
                        row.get("id", UUID.class),
                        new Wrapped(row.get("key_id", String.class), row.get("wrapped_key", byte[].class))))
                .toList();
    }

    void update(SealedTable table, UUID id, Wrapped wrapped) {
        session.createNativeMutationQuery("update %s set key_id = :key, wrapped_key = :wrapped where %s = :id"
                        .formatted(table.name(), table.id()))
                .setParameter("key", wrapped.keyId())
                .setParameter("wrapped", wrapped.bytes())
                .setParameter("id", id)
                .executeUpdate();
    }
}
