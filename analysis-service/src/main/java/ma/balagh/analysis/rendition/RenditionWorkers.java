package ma.balagh.analysis.rendition;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import ma.balagh.analysis.lease.Craft;
import ma.balagh.analysis.lease.Workers;
import ma.balagh.messaging.Notifications;

/** Makes the renditions that are queued, and tells with each beat how far they are. */
@ApplicationScoped
class RenditionWorkers implements Craft<Claim> {

    private final RenditionQueue queue;
    private final Studio studio;
    private final RenditionConfig config;
    private final Workers<Claim> workers;

    /** What each owner of a lease has done of its rendition. */
    private final Map<UUID, Double> progress = new ConcurrentHashMap<>();

    RenditionWorkers(RenditionQueue queue, Studio studio, Notifications notifications, RenditionConfig config) {
        this.queue = queue;
        this.studio = studio;
        this.config = config;
        this.workers = new Workers<>(queue.leases(), this, notifications, config);
    }

    void start(@Observes StartupEvent started) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        workers.stop();
    }

    @Override
    public Optional<Claim> claim() {
        return queue.claim(config.lease());
    }

    @Override
    public void work(Claim claim) throws IOException, InterruptedException {
        progress.put(claim.owner(), 0.0);
        try {
            // Only replaced: what is told after the end must not stay.
            studio.make(claim, share -> progress.replace(claim.owner(), Math.clamp(share, 0, 1)));
        } finally {
            progress.remove(claim.owner());
        }
    }

    @Override
    public void beat(Claim claim) {
        Double share = progress.get(claim.owner());
        if (share != null) {
            queue.tell(claim, share);
        }
    }
}
