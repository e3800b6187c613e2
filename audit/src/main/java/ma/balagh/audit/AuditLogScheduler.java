package ma.balagh.audit;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the log grow at fixed times, whether or not there is anything new: what moved when is not to be seen. */
@ApplicationScoped
class AuditLogScheduler {

    private final AuditLogService log;

    AuditLogScheduler(AuditLogService log) {
        this.log = log;
    }

    @Scheduled(every = "{balagh.audit.interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void atIntervals() {
        if (log.isDue()) {
            while (log.append()) {
                // Each batch is a transaction of its own.
            }
        }
    }
}
