package ma.balagh.analysis.lease;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import ma.balagh.messaging.Notifications;
import ma.balagh.messaging.Notifications.Listener;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that work off a table. Each holds its row by a lease that a heartbeat renews; when this process dies the
 * lease runs out and another replica begins again.
 */
public final class Workers<C extends Hold> {

    private static final Logger LOG = Logger.getLogger(Workers.class);
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(10);

    private final LeaseTable table;
    private final Craft<C> craft;
    private final Notifications notifications;
    private final WorkersConfig config;
    private final Semaphore bell = new Semaphore(0);
    private final Set<Lease<C>> leases = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private final ScheduledExecutorService heartbeat;
    private @Nullable Listener listener;
    private volatile boolean stopping;

    public Workers(LeaseTable table, Craft<C> craft, Notifications notifications, WorkersConfig config) {
        this.table = table;
        this.craft = craft;
        this.notifications = notifications;
        this.config = config;
        this.heartbeat = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(table.name() + "-heartbeat").factory());
    }

    public void start() {
        if (config.workers() == 0) {
            return;
        }
        long beat =
                Math.max(1, Math.min(config.beat().toMillis(), config.lease().toMillis() / 3));
        // beat() deals with every failure itself, so nobody needs to watch this future.
        var unused = heartbeat.scheduleAtFixedRate(this::beat, beat, beat, TimeUnit.MILLISECONDS);
        listener = notifications.listen(table.name(), this::ring);
        for (int k = 0; k < config.workers(); k++) {
            threads.add(Thread.ofPlatform().name(table.name() + "-worker-" + k).start(this::run));
        }
    }

    /** Wakes each worker once: a notification may stand for several rows. */
    private void ring() {
        bell.drainPermits();
        bell.release(config.workers());
    }

    /** Returns when the workers have given back what they held, or after some seconds. */
    public void stop() throws InterruptedException {
        stopping = true;
        if (listener != null) {
            listener.close();
        }
        heartbeat.shutdownNow();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(SHUTDOWN_LIMIT);
        }
    }

    private void run() {
        while (!stopping) {
            try {
                Optional<C> claim = craft.claim();
                if (claim.isPresent()) {
                    work(claim.get());
                } else {
                    awaitBell(table.untilNextDue(config.poll()));
                }
            } catch (InterruptedException e) {
                // Only stop() interrupts between claims; the loop's condition tells.
            } catch (RuntimeException e) {
                LOG.warnf(e, "The queue cannot be read; trying again table=%s", table.name());
                awaitBellUninterrupted();
            }
        }
    }

    private void work(C claim) {
        var lease = new Lease<>(claim);
        leases.add(lease);
        try (lease) {
            craft.work(claim);
        } catch (StackOverflowError | OutOfMemoryError e) {
            settle(claim, new Poisonous(e));
        } catch (IOException | InterruptedException | RuntimeException e) {
            settle(claim, e);
        } finally {
            leases.remove(lease);
        }
    }

    /** What fails while this worker stops fails because of that, and counts as little as the stop. */
    private void settle(C claim, Exception failure) {
        if (stopping) {
            table.release(claim);
            return;
        }
        String told = "%sId=%s evidenceId=%s".formatted(table.name(), claim.id(), claim.evidenceId());
        switch (failure) {
            case InterruptedException _, LeaseLost _ -> LOG.warnf("Lost the lease %s", told);
            case Poisonous _ -> {
                LOG.errorf(failure, "The work itself failed %s", told);
                table.lose(claim, String.valueOf(failure.getMessage()));
            }
            default -> {
                LOG.warnf(failure, "The work is tried again later %s", told);
                table.retryLater(claim, String.valueOf(failure.getMessage()), config.retry(), config.longestRetry());
            }
        }
    }

    private void beat() {
        for (Lease<C> lease : leases) {
            try {
                if (table.renew(lease.claim(), config.lease())) {
                    craft.beat(lease.claim());
                } else {
                    lease.interrupt();
                }
            } catch (RuntimeException e) {
                LOG.warnf(e, "A lease could not be renewed; trying again table=%s", table.name());
            }
        }
    }

    private void awaitBell(Duration longest) throws InterruptedException {
        // Rung or not, the next step is to look.
        var unused = bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void awaitBellUninterrupted() {
        try {
            awaitBell(config.poll());
        } catch (InterruptedException e) {
            // As above: the loop's condition tells.
        }
    }
}
