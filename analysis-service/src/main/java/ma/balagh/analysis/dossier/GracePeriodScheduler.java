package ma.balagh.analysis.dossier;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens dossiers for reports without media after a grace period, so that they are answered, too. */
@ApplicationScoped
class GracePeriodScheduler {

    private final DossierPlacementService placement;

    GracePeriodScheduler(DossierPlacementService placement) {
        this.placement = placement;
    }

    @Scheduled(
            identity = "grace-period",
            every = "${balagh.dossier.sweep-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        while (placement.placeOneOverdue()) {
            // One transaction for each report: one that fails takes no other with it.
        }
    }
}
