package ma.balagh.analysis.examination;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
 * The threads that examine. Each holds its examination by a lease that a heartbeat renews; when this process dies the
 * lease runs out and another replica takes over.
 */
@ApplicationScoped
class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(10);

    private final ExaminationQueue queue;
    private final Examiner examiner;
    private final Conclusion conclusion;
    private final Notifications notifications;
    private final ExaminationConfig config;
    private final Semaphore bell = new Semaphore(0);
    private final Set<Lease> leases = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("examination-heartbeat").factory());
    private @Nullable Listener listener;
    private volatile boolean stopping;

    Workers(
            ExaminationQueue queue,
            Examiner examiner,
            Conclusion conclusion,
            Notifications notifications,
            ExaminationConfig config) {
        this.queue = queue;
        this.examiner = examiner;
        this.conclusion = conclusion;
        this.notifications = notifications;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        long beat = Math.max(1, config.lease().toMillis() / 3);
        // renewLeases() deals with every failure itself, so nobody needs to watch this future.
        var unused = heartbeat.scheduleAtFixedRate(this::renewLeases, beat, beat, TimeUnit.MILLISECONDS);
        if (config.workers() > 0) {
            listener = notifications.listen("examination", this::ring);
        }
        for (int k = 0; k < config.workers(); k++) {
            threads.add(Thread.ofPlatform().name("examiner-" + k).start(this::work));
        }
    }

    /** Wakes each worker once: a notification may stand for several examinations. */
    private void ring() {
        bell.drainPermits();
        bell.release(config.workers());
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
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

    private void work() {
        while (!stopping) {
            try {
                Optional<Claim> claim = queue.claim(config.lease(), config.lossPause(), config.longestLossPause());
                if (claim.isPresent()) {
                    examine(claim.get());
                } else {
                    awaitBell(queue.untilNextDue(config.poll()));
                }
            } catch (InterruptedException e) {
                // Only stop() interrupts between examinations; the loop's condition tells.
            } catch (RuntimeException e) {
                LOG.warn("The queue cannot be read; trying again", e);
                awaitBellUninterrupted();
            }
        }
    }

    private void examine(Claim claim) {
        var lease = new Lease(claim);
        leases.add(lease);
        try (lease) {
            conclusion.conclude(claim, examiner.examine(claim));
        } catch (InterruptedException e) {
            if (stopping) {
                queue.release(claim);
            } else {
                LOG.warnf("Lost the lease evidenceId=%s", claim.evidenceId());
            }
        } catch (LeaseLost e) {
            LOG.warnf("Lost the lease evidenceId=%s", claim.evidenceId());
        } catch (Poisonous e) {
            LOG.errorf(e, "Examining failed evidenceId=%s", claim.evidenceId());
            queue.lose(claim, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            giveBack(claim, e);
        } finally {
            leases.remove(lease);
        }
    }

    private void giveBack(Claim claim, Exception failure) {
        LOG.warnf(failure, "The examination is tried again later evidenceId=%s", claim.evidenceId());
        if (stopping) {
            queue.release(claim);
        } else {
            queue.retryLater(claim, String.valueOf(failure.getMessage()), config.retry(), config.longestRetry());
        }
    }

    private void renewLeases() {
        for (Lease lease : leases) {
            try {
                if (!queue.renew(lease.claim(), config.lease())) {
                    lease.interrupt();
                }
            } catch (RuntimeException e) {
                LOG.warn("A lease could not be renewed; trying again", e);
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
