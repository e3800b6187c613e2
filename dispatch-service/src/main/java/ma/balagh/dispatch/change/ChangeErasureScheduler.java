package ma.balagh.dispatch.change;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Erases changes that no follower needs any more. Two replicas at once erase each row once. */
@ApplicationScoped
class ChangeErasureScheduler {

    private final DeskChangeService changes;
    private final ChangeStreamConfig config;

    ChangeErasureScheduler(DeskChangeService changes, ChangeStreamConfig config) {
        this.changes = changes;
        this.config = config;
    }

    @Scheduled(every = "${balagh.changes.erasure:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void erase() {
        changes.eraseOlderThan(config.kept());
    }
}
