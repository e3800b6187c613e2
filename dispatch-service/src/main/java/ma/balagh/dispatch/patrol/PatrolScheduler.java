package ma.balagh.dispatch.patrol;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import ma.balagh.taskqueue.TaskWorkers;
import ma.balagh.taskqueue.WakeUpCalls;

/** Lets this replica compute and repair plans. */
@ApplicationScoped
class PatrolScheduler {

    private final TaskWorkers<PatrolTask> workers;

    PatrolScheduler(PatrolQueue queue, PatrolWorker worker, PatrolWorkersConfig config, MeterRegistry meters) {
        this.workers = new TaskWorkers<>(queue.tasks(), worker, WakeUpCalls.NONE, config, meters, Thread.ofPlatform());
    }

    void start(@Observes StartupEvent started) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        workers.stop();
    }
}
