package ma.balagh.dispatch.blackspot;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import ma.balagh.taskqueue.TaskWorkers;
import ma.balagh.taskqueue.WakeUpCalls;

/** Lets this replica compute maps, one after the other: they are nothing that somebody waits for. */
@ApplicationScoped
class BlackSpotScheduler {

    private final TaskWorkers<BlackSpotTask> workers;

    BlackSpotScheduler(
            BlackSpotQueue queue, BlackSpotWorker worker, BlackSpotWorkersConfig config, MeterRegistry meters) {
        this.workers = new TaskWorkers<>(queue.tasks(), worker, WakeUpCalls.NONE, config, meters, Thread.ofPlatform());
    }

    void start(@Observes StartupEvent started) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        workers.stop();
    }
}
