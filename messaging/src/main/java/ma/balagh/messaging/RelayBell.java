package ma.balagh.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the relay, whichever replica has it, after commits that published something. The transactions themselves notify
 * nobody: PostgreSQL lets those that do commit one after the other only, each waiting for the disk alone.
 */
@ApplicationScoped
class RelayBell {

    private static final Logger LOG = LoggerFactory.getLogger(RelayBell.class);

    /** Commits that are so close together ring once. */
    private static final Duration BREATH = Duration.ofMillis(2);

    /** Nothing is lost with it, so it waits for no disk either. */
    private static final String RING = """
            select set_config('synchronous_commit', 'off', true), pg_notify('outbox', '')
            """;

    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry transactions;
    private final AtomicBoolean ringing = new AtomicBoolean();

    RelayBell(Jdbi jdbi, TransactionSynchronizationRegistry transactions) {
        this.jdbi = jdbi;
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
                if (status == Status.STATUS_COMMITTED && ringing.compareAndSet(false, true)) {
                    Thread.ofVirtual().name("outbox-bell").start(RelayBell.this::ring);
                }
            }
        });
    }

    private void ring() {
        try {
            Thread.sleep(BREATH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // What is committed from here on rings again.
        ringing.set(false);
        try {
            jdbi.useHandle(handle -> handle.execute(RING));
        } catch (RuntimeException e) {
            LOG.debug("The relay was not woken and will look by itself", e);
        }
    }
}
