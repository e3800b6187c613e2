package ma.balagh.intake.source.poll;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Polls what is due, several sources at once. */
@ApplicationScoped
class PollWorkers {

    private static final Logger LOG = Logger.getLogger(PollWorkers.class);
    private static final int PATIENCE_SECONDS = 5;

    // Of this process: what another one left, even under the same name, is not its own.
    private final UUID owner = UUID.randomUUID();
    private final PollQueue queue;
    private final Poller poller;
    private final MeterRegistry meters;
    private final Semaphore free;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean polls;

    PollWorkers(PollQueue queue, Poller poller, PollConfig config, MeterRegistry meters) {
        this.queue = queue;
        this.poller = poller;
        this.meters = meters;
        this.free = new Semaphore(config.atOnce());
    }

    @Scheduled(
            identity = "source-polls",
            every = "{balagh.source.poll.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void pollWhatIsDue() {
        polls = true;
        queue.renew(owner);
        while (free.tryAcquire()) {
            Optional<PollClaim> claim = Optional.empty();
            try {
                claim = queue.claim(owner);
                if (claim.isEmpty()) {
                    return;
                }
                PollClaim due = claim.orElseThrow();
                threads.execute(() -> poll(due));
            } finally {
                if (claim.isEmpty()) {
                    free.release();
                }
            }
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("polls are still running; their sources stay held until the lease ends");
        }
        // A process that has no schedule holds nothing, and may be one that writes nothing.
        if (polls) {
            queue.release(owner);
        }
    }

    private void poll(PollClaim claim) {
        try {
            PollOutcome outcome = poller.poll(claim);
            queue.end(owner, claim, outcome);
            meters.counter("balagh.source.polls", "outcome", word(outcome)).increment();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the replica stops, and lets go of all its sources
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "a poll failed in a way that was not foreseen; sourceId=%s",
                    claim.source().id());
            queue.end(owner, claim, unforeseen(claim, e));
        } finally {
            free.release();
        }
    }

    private static PollOutcome unforeseen(PollClaim claim, RuntimeException failure) {
        return new PollOutcome.Failed(0, "UNFORESEEN", failure.getClass().getSimpleName(), null, claim.resumeUrl());
    }

    private static String word(PollOutcome outcome) {
        return switch (outcome) {
            case PollOutcome.Told told when told.fresh() > 0 -> "news";
            case PollOutcome.Told _ -> "nothing new";
            case PollOutcome.Failed failed -> failed.reason();
        };
    }
}
