package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.http.ProblemException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while evidence could not be kept: a full or missing store must stop uploads before they begin. */
@Readiness
@ApplicationScoped
class EvidenceStoreReadinessCheck implements HealthCheck {

    private final EvidenceStore store;

    EvidenceStoreReadinessCheck(EvidenceStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("evidence store");
        try {
            store.check().forEach(response::withData);
            return response.up().build();
        } catch (ProblemException noRoom) {
            return response.down().withData("reason", noRoom.detail()).build();
        }
    }
}
