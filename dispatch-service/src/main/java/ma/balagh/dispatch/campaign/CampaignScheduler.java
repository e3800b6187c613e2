package ma.balagh.dispatch.campaign;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import ma.balagh.taskqueue.TaskWorkers;
import ma.balagh.taskqueue.WakeUpCalls;

/** Lets this replica publish months. */
@ApplicationScoped
class CampaignScheduler {

    private final TaskWorkers<CampaignTask> workers;

    CampaignScheduler(CampaignQueue queue, CampaignWorker worker, CampaignWorkersConfig config, MeterRegistry meters) {
        this.workers = new TaskWorkers<>(queue.tasks(), worker, WakeUpCalls.NONE, config, meters, Thread.ofPlatform());
    }

    void start(@Observes StartupEvent started) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        workers.stop();
    }
}
