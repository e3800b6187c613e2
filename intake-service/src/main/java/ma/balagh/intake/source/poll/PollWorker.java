package ma.balagh.intake.source.poll;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import ma.balagh.messaging.NotificationListener;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskHandler;
import ma.balagh.taskqueue.TaskWorkers;
import org.jboss.logging.Logger;

/** Polls due sources, several at once. */
@ApplicationScoped
class PollWorker implements TaskHandler<PollTask> {

    private static final Logger LOG = Logger.getLogger(PollWorker.class);

    private final PollQueue queue;
    private final SourcePollService pollService;
    private final MeterRegistry meters;
    private final TaskWorkers<PollTask> workers;

    PollWorker(
            PollQueue queue,
            SourcePollService pollService,
            PollWorkersConfig config,
            NotificationListener notifications,
            MeterRegistry meters) {
        this.queue = queue;
        this.pollService = pollService;
        this.meters = meters;
        this.workers =
                new TaskWorkers<>(queue.tasks(), this, notifications::listen, config, meters, Thread.ofVirtual());
    }

    void start(@Observes StartupEvent started) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        workers.stop();
    }

    @Override
    public void work(PollTask task) throws InterruptedException {
        var claimed = queue.claimed(task);
        if (claimed.isPresent()) {
            poll(claimed.get());
        }
    }

    private void poll(PollClaim claim) throws InterruptedException {
        try {
            PollOutcome outcome = pollService.poll(claim);
            queue.end(claim, outcome);
            meters.counter("balagh.source.polls", "outcome", word(outcome)).increment();
        } catch (LeaseLostException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "a poll failed in a way that was not foreseen; sourceId=%s",
                    claim.source().id());
            queue.end(claim, unforeseen(claim, e.getClass().getSimpleName()));
        }
    }

    /** It fails, and is tried again after a pause. */
    @Override
    public void giveUp(PollTask task) {
        queue.claimed(task).ifPresent(claim -> queue.end(claim, unforeseen(claim, "its worker ended, more than once")));
    }

    private static PollOutcome unforeseen(PollClaim claim, String detail) {
        return new PollOutcome.Failed(0, PollOutcome.Failed.UNFORESEEN, detail, null, claim.resumeUrls());
    }

    private static String word(PollOutcome outcome) {
        return switch (outcome) {
            case PollOutcome.Told told when told.fresh() > 0 -> "news";
            case PollOutcome.Told _ -> "nothing new";
            case PollOutcome.Failed failed -> failed.reason();
        };
    }
}
