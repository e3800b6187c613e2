package ma.balagh.dispatch.escalation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import ma.balagh.taskqueue.TaskWorkers;
import ma.balagh.taskqueue.WakeUpCalls;

/** Lets this replica do steps of escalation. */
@ApplicationScoped
class EscalationScheduler {

    private final EscalationWorker worker;
    private final EscalationWorkersConfig config;
    private final TaskWorkers<EscalationTask> workers;

    EscalationScheduler(
            EscalationQueue queue, EscalationWorker worker, EscalationWorkersConfig config, MeterRegistry meters) {
        this.worker = worker;
        this.config = config;
        // Every change of an incident writes steps: notifications would make their commits wait for each other.
        // Interrupting
        // a virtual thread would close the connection that it uses.
        this.workers = new TaskWorkers<>(queue.tasks(), worker, WakeUpCalls.NONE, config, meters, Thread.ofPlatform());
    }

    void start(@Observes StartupEvent started) {
        if (config.workers() > 0) {
            worker.rehearse();
        }
        workers.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        workers.stop();
    }
}
