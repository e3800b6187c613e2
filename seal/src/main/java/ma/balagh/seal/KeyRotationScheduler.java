package ma.balagh.seal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.seal.KeyWrapper.Wrapped;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;

/**
 * Rewraps data keys under the current key, and counts those under each key, so that old ones can be removed. The
 * encrypted data itself is never decrypted.
 */
@ApplicationScoped
public class KeyRotationScheduler {

    private static final Logger LOG = Logger.getLogger(KeyRotationScheduler.class);

    private static final int SAMPLE = 20;

    /** Greater than no id. */
    private static final UUID LEAST = new UUID(0, 0);

    private final List<SealedTable> tables;
    private final SealedRepository repository;
    private final KeyWrapper keys;
    private final SealConfig config;
    private final MultiGauge rows;
    private volatile boolean checked;

    KeyRotationScheduler(
            @All List<SealedTable> tables,
            SealedRepository repository,
            KeyWrapper keys,
            SealConfig config,
            MeterRegistry meters) {
        this.tables = tables;
        this.repository = repository;
        this.keys = keys;
        this.config = config;
        this.rows = MultiGauge.builder("balagh.sealed.rows")
                .description("Rows sealed under each key: a key without any can be taken out of the configuration")
                .register(meters);
    }

    /**
     * Refuses to start without a key, rather than to find out when somebody has to be called. Where the database is away,
     * it is found out once that is back.
     *
     * @throws IllegalStateException when rows lie under a key that is not there, or is another one than it was
     */
    void check(@Observes StartupEvent start) {
        try {
            checkKeys();
        } catch (JDBCConnectionException away) {
            LOG.warnf("The keys are checked later: %s", away.getMessage());
        }
    }

    private void checkKeys() {
        tables.forEach(table -> requireKeys(table, keys));
        checked = true;
    }

    /** @throws IllegalStateException when rows of a table lie under a key that is not there, or is another one than it was */
    public void requireKeys(SealedTable table, KeyWrapper keys) {
        repository.countByKey(table).forEach((key, count) -> {
            if (!keys.known().contains(key)) {
                throw new IllegalStateException("%d rows of %s are sealed under the key %s, which is not there"
                        .formatted(count, table.name(), key));
            }
            requireOpening(table, key, keys);
        });
    }

    /** A few rows, since one that was damaged says nothing about the key. */
    private void requireOpening(SealedTable table, String key, KeyWrapper keys) {
        SealBrokenException last = null;
        for (SealedRepository.Row row : repository.list(table, key, LEAST, SAMPLE)) {
            try {
                keys.unwrap(row.wrapped());
                return;
            } catch (SealBrokenException broken) {
                last = broken;
            }
        }
        if (last != null) {
            throw new IllegalStateException(table.name() + ": " + last.getMessage(), last);
        }
    }

    @Scheduled(every = "${balagh.seal.interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void rotate() {
        if (!checked) {
            checkKeys();
        }
        tables.forEach(this::reseal);
        rows.register(tables.stream().flatMap(this::counts).toList(), true);
    }

    /** In transactions of a few rows each. Several replicas may do so at once. */
    private void reseal(SealedTable table) {
        repository.countByKey(table).keySet().stream()
                .filter(key -> !key.equals(keys.current()) && keys.known().contains(key))
                .forEach(key -> reseal(table, key));
    }

    private void reseal(SealedTable table, String key) {
        UUID after = LEAST;
        List<SealedRepository.Row> resealed;
        do {
            UUID from = after;
            resealed = QuarkusTransaction.requiringNew().call(() -> resealSome(table, key, from));
            after = resealed.isEmpty() ? after : resealed.getLast().id();
        } while (!resealed.isEmpty());
    }

    private List<SealedRepository.Row> resealSome(SealedTable table, String key, UUID after) {
        List<SealedRepository.Row> some = repository.lock(table, key, after, config.batch());
        some.forEach(row -> reseal(table, row));
        return some;
    }

    private void reseal(SealedTable table, SealedRepository.Row row) {
        Wrapped wrapped;
        try {
            wrapped = keys.wrap(keys.unwrap(row.wrapped()));
        } catch (SealBrokenException broken) {
            // The others go on; this one keeps its key from being taken away, and the metric above zero.
            LOG.errorf("%s %s cannot be sealed again: %s", table.name(), row.id(), broken.getMessage());
            return;
        }
        repository.update(table, row.id(), wrapped);
    }

    private Stream<MultiGauge.Row<Number>> counts(SealedTable table) {
        return repository.countByKey(table).entrySet().stream()
                .map(key -> MultiGauge.Row.of(Tags.of("table", table.name(), "key", key.getKey()), key.getValue()));
    }
}
