package ma.balagh.analysis.urgency;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Recomputes the urgency of dossiers that many reports joined: once for all of them. */
@ApplicationScoped
class UrgencyRecomputationScheduler {

    private final UrgencyService urgencies;

    UrgencyRecomputationScheduler(UrgencyService urgencies) {
        this.urgencies = urgencies;
    }

    @Scheduled(
            identity = "outdated-urgencies",
            every = "${balagh.urgency.crowded-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        urgencies.outdated().forEach(urgencies::refresh);
    }
}
