package ma.balagh.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the relay, on whichever replica it runs, after commits that published something. The transactions themselves
 * notify nobody: PostgreSQL commits notifying transactions one after the other, each waiting for the disk.
 */
@ApplicationScoped
class RelayNotifier {

    private static final Logger LOG = LoggerFactory.getLogger(RelayNotifier.class);

    /** Commits that come within that time after a ring wait for the next one: the relay then has them all at once. */
    private static final Duration BREATH = Duration.ofMillis(50);

    private enum State {
        STILL,
        RUNG,
        /** And asked to ring again. */
        ASKED
    }

    /** Nothing is lost with it, so it waits for no disk either. */
    private static final String RING = """
            select set_config('synchronous_commit', 'off', true), pg_notify('outbox', '')
            """;

    private final DataSource pool;
    private final TransactionSynchronizationRegistry transactions;
    private final AtomicReference<State> state = new AtomicReference<>(State.STILL);

    RelayNotifier(DataSource pool, TransactionSynchronizationRegistry transactions) {
        this.pool = pool;
        this.transactions = transactions;
    }

    /** Rings when the current transaction is committed, once however often it is asked to. */
    void ringAtCommit() {
        if (transactions.getResource(this) != null) {
            return;
        }
        transactions.putResource(this, this);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED && state.getAndSet(State.ASKED) == State.STILL) {
                    Thread.ofVirtual().name("outbox-bell").start(RelayNotifier.this::ring);
                }
            }
        });
    }

    private void ring() {
        do {
            state.set(State.RUNG);
            try (var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(RING);
            } catch (SQLException | RuntimeException | Error e) { // a bell that stays silent would be missed by nobody
                LOG.debug("The relay was not woken and will look by itself", e);
            }
            LockSupport.parkNanos(BREATH.toNanos());
        } while (!state.compareAndSet(State.RUNG, State.STILL));
    }
}
