package ma.balagh.intake.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import ma.balagh.taskqueue.TaskWorkers;
import ma.balagh.taskqueue.WakeUpCalls;

/** Orders a run every day, and works on runs whoever ordered them. */
@ApplicationScoped
class RetentionScheduler {

    private final RetentionService retention;
    private final TaskWorkers<RetentionTask> workers;

    RetentionScheduler(
            RetentionService retention,
            RetentionQueue queue,
            RetentionWorker worker,
            RetentionWorkersConfig config,
            MeterRegistry meters) {
        this.retention = retention;
        // One run a day is not worth a connection that listens.
        this.workers = new TaskWorkers<>(queue.tasks(), worker, WakeUpCalls.NONE, config, meters, Thread.ofVirtual());
    }

    void start(@Observes StartupEvent started) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        workers.stop();
    }

    /** Every replica does, and one run comes of it. */
    @Scheduled(identity = "retention", cron = "{balagh.retention.schedule}")
    @RunOnVirtualThread
    void order(ScheduledExecution execution) {
        retention.orderByItself(execution.getScheduledFireTime());
    }
}
