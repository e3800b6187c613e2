package ma.balagh.intake.obtain;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import ma.balagh.taskqueue.TaskWorkers;
import ma.balagh.taskqueue.WakeUpCalls;

/** Fetches the links that are due, several at once, for as long as this replica lives. */
@ApplicationScoped
class LinkFetchScheduler {

    private final TaskWorkers<LinkTask> workers;

    LinkFetchScheduler(LinkFetchQueue queue, LinkFetcher fetcher, LinkWorkersConfig config, MeterRegistry meters) {
        // Links are written with reports, of which many come at once: a notification would line them up.
        this.workers = new TaskWorkers<>(queue.tasks(), fetcher, WakeUpCalls.NONE, config, meters, Thread.ofVirtual());
    }

    void start(@Observes StartupEvent started) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        workers.stop();
    }
}
