package ma.balagh.intake.obtain;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Works off the links that are due, several at once, for as long as this replica lives. */
@ApplicationScoped
class Obtaining {

    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(10);

    private final LinkQueue queue;
    private final Obtainer obtainer;
    private final Attempts attempts;
    private final Semaphore free;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Obtaining(LinkQueue queue, Obtainer obtainer, Attempts attempts, ObtainConfig config) {
        this.queue = queue;
        this.obtainer = obtainer;
        this.attempts = attempts;
        this.free = new Semaphore(config.workers());
    }

    /** Takes as many links as there are workers free. */
    @Scheduled(every = "${balagh.obtain.interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        while (!stopping && free.tryAcquire()) {
            Optional<Claim> claim = Optional.empty();
            try {
                claim = queue.claim();
            } finally {
                if (claim.isEmpty()) {
                    free.release();
                }
            }
            if (claim.isEmpty()) {
                return;
            }
            work(claim.get());
        }
    }

    @Scheduled(every = "${balagh.obtain.beat}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void beat() {
        attempts.beat();
    }

    /** Returns when all attempts have given back what they held, or after some seconds. */
    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        attempts.stop();
        for (Thread thread : threads) {
            thread.join(SHUTDOWN_PATIENCE);
        }
    }

    private void work(Claim claim) {
        Thread thread = Thread.ofVirtual().name("obtain-" + claim.id()).unstarted(() -> {
            try {
                obtainer.obtain(claim);
            } finally {
                threads.remove(Thread.currentThread());
                free.release();
            }
        });
        threads.add(thread);
        thread.start();
    }
}
