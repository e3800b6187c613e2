package ma.balagh.intake.receipt;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers the reports of very large dossiers: some in each transaction, until none is left. */
@ApplicationScoped
class DeferredAnswerScheduler {

    private final ReportAnswerService answers;
    private volatile boolean stopping;

    DeferredAnswerScheduler(ReportAnswerService answers) {
        this.answers = answers;
    }

    @Scheduled(every = "{balagh.receipts.settle-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void settle() {
        while (!stopping && answers.settleSome()) {
            // There may be more.
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }
}
