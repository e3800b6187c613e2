package ma.balagh.analysis.rendition;

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
 * The threads that make renditions. Each holds its rendition by a lease that a heartbeat renews, telling how far it is; when
 * this process dies the lease runs out and another replica begins again.
 */
@ApplicationScoped
class RenditionWorkers {

    private static final Logger LOG = Logger.getLogger(RenditionWorkers.class);
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(10);

    private final RenditionQueue queue;
    private final Studio studio;
    private final Notifications notifications;
    private final RenditionConfig config;
    private final Semaphore bell = new Semaphore(0);
    private final Set<Work> works = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rendition-heartbeat").factory());
    private @Nullable Listener listener;
    private volatile boolean stopping;

    RenditionWorkers(RenditionQueue queue, Studio studio, Notifications notifications, RenditionConfig config) {
        this.queue = queue;
        this.studio = studio;
        this.notifications = notifications;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.workers() == 0) {
            return;
        }
        long beat =
                Math.max(1, Math.min(config.beat().toMillis(), config.lease().toMillis() / 3));
        // renewLeases() deals with every failure itself, so nobody needs to watch this future.
        var unused = heartbeat.scheduleAtFixedRate(this::renewLeases, beat, beat, TimeUnit.MILLISECONDS);
        listener = notifications.listen("rendition", this::ring);
        for (int k = 0; k < config.workers(); k++) {
            threads.add(Thread.ofPlatform().name("renderer-" + k).start(this::work));
        }
    }

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
                Optional<Claim> claim = queue.claim(config.lease());
                if (claim.isPresent()) {
                    make(claim.get());
                } else {
                    awaitBell();
                }
            } catch (InterruptedException e) {
                // Only stop() interrupts between renditions; the loop's condition tells.
            } catch (RuntimeException e) {
                LOG.warn("The queue of renditions cannot be read; trying again", e);
                awaitBellUninterrupted();
            }
        }
    }

    private void make(Claim claim) {
        var work = new Work(claim);
        works.add(work);
        try (work) {
            studio.make(claim, work::progress);
        } catch (InterruptedException e) {
            if (stopping) {
                queue.release(claim);
            } else {
                lost(claim);
            }
        } catch (LeaseLost e) {
            lost(claim);
        } catch (IOException e) {
            LOG.warnf(e, "The rendition is tried again later renditionId=%s", claim.renditionId());
            giveBack(claim, e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.errorf(e, "Making a rendition failed renditionId=%s", claim.renditionId());
            queue.lose(claim, String.valueOf(e.getMessage()));
        } finally {
            works.remove(work);
        }
    }

    private static void lost(Claim claim) {
        LOG.warnf("Lost the lease renditionId=%s", claim.renditionId());
    }

    private void giveBack(Claim claim, Exception failure) {
        if (stopping) {
            queue.release(claim);
        } else {
            queue.retryLater(claim, String.valueOf(failure.getMessage()), config.retry(), config.longestRetry());
        }
    }

    private void renewLeases() {
        for (Work work : works) {
            try {
                if (!queue.renew(work.claim(), config.lease(), work.progress())) {
                    work.interrupt();
                }
            } catch (RuntimeException e) {
                LOG.warn("A lease could not be renewed; trying again", e);
            }
        }
    }

    private void awaitBell() throws InterruptedException {
        // Rung or not, the next step is to look.
        var unused = bell.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void awaitBellUninterrupted() {
        try {
            awaitBell();
        } catch (InterruptedException e) {
            // As above: the loop's condition tells.
        }
    }
}
