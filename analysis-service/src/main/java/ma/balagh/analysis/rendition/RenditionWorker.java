package ma.balagh.analysis.rendition;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import ma.balagh.messaging.NotificationListener;
import ma.balagh.taskqueue.TaskHandler;
import ma.balagh.taskqueue.TaskWorkers;

/** Makes the queued renditions, and stores their progress with each renewal of the lease. */
@ApplicationScoped
class RenditionWorker implements TaskHandler<RenditionTask> {

    private final RenditionQueue queue;
    private final RenditionProcessor processor;
    private final TaskWorkers<RenditionTask> workers;

    /** By token: what has been done of each rendition. */
    private final Map<UUID, Double> progress = new ConcurrentHashMap<>();

    RenditionWorker(
            RenditionQueue queue,
            RenditionProcessor processor,
            NotificationListener notifications,
            RenditionConfig config,
            MeterRegistry meters) {
        this.queue = queue;
        this.processor = processor;
        this.workers =
                new TaskWorkers<>(queue.tasks(), this, notifications::listen, config, meters, Thread.ofPlatform());
    }

    void start(@Observes StartupEvent started) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        workers.stop();
    }

    @Override
    public void work(RenditionTask task) throws IOException, InterruptedException {
        progress.put(task.token(), 0.0);
        try {
            // Only replaced: what is told after the end must not stay.
            processor.make(task, share -> progress.replace(task.token(), Math.clamp(share, 0, 1)));
        } finally {
            progress.remove(task.token());
        }
    }

    @Override
    public void giveUp(RenditionTask task) {
        queue.fail(task, "ABANDONED", null);
    }

    @Override
    public void renewed(RenditionTask task) {
        Double share = progress.get(task.token());
        if (share != null) {
            queue.tell(task, share);
        }
    }
}
