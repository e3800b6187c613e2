package ma.balagh.dispatch.patrol;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Measures visits that are over, long before the tracks that tell of them are erased. */
@ApplicationScoped
class PatrolPresenceScheduler {

    private final PatrolPresenceService presence;

    PatrolPresenceScheduler(PatrolPresenceService presence) {
        this.presence = presence;
    }

    @Scheduled(
            identity = "patrol-presence",
            every = "${balagh.patrol.presence.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        while (presence.measure() == PatrolPresenceService.MOST_AT_ONCE) {
            // More of them wait.
        }
    }
}
