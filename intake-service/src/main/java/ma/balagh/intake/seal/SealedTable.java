package ma.balagh.intake.seal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.balagh.intake.seal.KeyWrapping.Wrapped;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * A table with the columns {@code key_id}, {@code wrapped_key} and {@code ciphertext}, and an index on the first of them
 * and its id. Rows without a wrapped key are none of its concern. Rotation wraps the data key anew; what is sealed is
 * never in plain sight.
 */
public final class SealedTable implements SealedRows {

    private static final Logger LOG = Logger.getLogger(SealedTable.class);
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_]+");

    private static final int SAMPLE = 20;

    /** Greater than no id. */
    private static final UUID LEAST = new UUID(0, 0);

    private record Row(UUID id, Wrapped wrapped) {}

    private final Jdbi jdbi;
    private final KeyWrapping keys;
    private final String table;
    private final String id;

    /** @param id the table's primary key, a UUID */
    public SealedTable(Jdbi jdbi, KeyWrapping keys, String table, String id) {
        if (!IDENTIFIER.matcher(table).matches() || !IDENTIFIER.matcher(id).matches()) {
            throw new IllegalArgumentException("no plain identifiers: " + table + ", " + id);
        }
        this.jdbi = jdbi;
        this.keys = keys;
        this.table = table;
        this.id = id;
    }

    @Override
    public String name() {
        return table;
    }

    @Override
    public Map<String, Long> countByKey() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select key_id, count(*) as rows from %s group by key_id".formatted(table))
                        .map((row, context) -> Map.entry(row.getString("key_id"), row.getLong("rows")))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public void requireKeys() {
        countByKey().forEach((key, count) -> {
            if (!keys.known().contains(key)) {
                throw new IllegalStateException(
                        "%d rows of %s are sealed under the key %s, which is not there".formatted(count, table, key));
            }
            requireOpening(key);
        });
    }

    /** A few rows, since one that was damaged says nothing about the key. */
    private void requireOpening(String key) {
        SealBroken last = null;
        for (Row row : rows(key, LEAST, SAMPLE, "")) {
            try {
                keys.unwrap(row.wrapped());
                return;
            } catch (SealBroken broken) {
                last = broken;
            }
        }
        if (last != null) {
            throw new IllegalStateException(table + ": " + last.getMessage(), last);
        }
    }

    @Override
    public void reseal(int batch) {
        countByKey().keySet().stream()
                .filter(key -> !key.equals(keys.current()) && keys.known().contains(key))
                .forEach(key -> reseal(key, batch));
    }

    private void reseal(String key, int batch) {
        UUID after = LEAST;
        List<Row> rows;
        do {
            UUID from = after;
            rows = QuarkusTransaction.requiringNew().call(() -> resealed(key, from, batch));
            after = rows.isEmpty() ? after : rows.getLast().id();
        } while (!rows.isEmpty());
    }

    private List<Row> resealed(String key, UUID after, int batch) {
        List<Row> rows = rows(key, after, batch, "for no key update skip locked");
        rows.forEach(this::reseal);
        return rows;
    }

    private void reseal(Row row) {
        Wrapped wrapped;
        try {
            wrapped = keys.wrap(keys.unwrap(row.wrapped()));
        } catch (SealBroken broken) {
            // The others go on; this one keeps its key from being taken away, and the metric above zero.
            LOG.errorf("%s %s cannot be sealed again: %s", table, row.id(), broken.getMessage());
            return;
        }
        jdbi.useHandle(handle -> handle.execute(
                "update %s set key_id = ?, wrapped_key = ? where %s = ?".formatted(table, id),
                wrapped.keyId(),
                wrapped.bytes(),
                row.id()));
    }

    private List<Row> rows(String key, UUID after, int limit, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select %2$s as id, key_id, wrapped_key from %1$s
                        where key_id = :key and %2$s > :after
                        order by %2$s limit :limit %3$s
                        """.formatted(table, id, locking))
                .bind("key", key)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Row(
                        row.getObject("id", UUID.class),
                        new Wrapped(row.getString("key_id"), row.getBytes("wrapped_key"))))
                .list());
    }
}
