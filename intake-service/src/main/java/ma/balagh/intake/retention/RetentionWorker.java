package ma.balagh.intake.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import ma.balagh.intake.evidence.EvidenceBytesEraser;
import ma.balagh.taskqueue.TaskHandler;
import org.jboss.logging.Logger;

/**
 * Erases what a run was ordered for, in transactions of a few each, which are this replica's only as long as its lease is.
 * What a crash leaves, another replica goes on with. The bytes of evidence go after them.
 */
@ApplicationScoped
class RetentionWorker implements TaskHandler<RetentionTask> {

    private static final Logger LOG = Logger.getLogger(RetentionWorker.class);

    private final RetentionQueue queue;
    private final ErasureService erasure;
    private final RetentionRunRepository runs;
    private final EvidenceBytesEraser bytes;
    private final RetentionConfig config;
    private final Clock clock;

    RetentionWorker(
            RetentionQueue queue,
            ErasureService erasure,
            RetentionRunRepository runs,
            EvidenceBytesEraser bytes,
            RetentionConfig config,
            Clock clock) {
        this.queue = queue;
        this.erasure = erasure;
        this.runs = runs;
        this.bytes = bytes;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void work(RetentionTask task) throws InterruptedException {
        for (RetentionKind kind : task.order().kinds()) {
            while (QuarkusTransaction.requiringNew().call(() -> eraseSome(task, kind))) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
        bytes.sweep();
        queue.end(task);
        LOG.infof("retention has erased what was due; runId=%s", task.id());
    }

    @Override
    public void giveUp(RetentionTask task) {
        LOG.errorf("a run of retention is given up; the next one takes what it left runId=%s", task.id());
        queue.giveUp(task);
    }

    /** @return whether there may be more */
    private boolean eraseSome(RetentionTask task, RetentionKind kind) {
        queue.goOn(task);
        String period = config.period(kind).map(Period::toString).orElse("");
        List<DueErasure> gone = erasure.eraseSome(kind, period, config.cutoff(kind, task.startedAt()), task.order());
        runs.record(task.id(), kind, period, gone, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return !gone.isEmpty();
    }
}
