package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ma.balagh.analysis.circumstance.Claimed;
import ma.balagh.analysis.examination.Claims;

/** Tells the laboratory what the reports say about when and where. */
@ApplicationScoped
class ClaimsOfReports implements Claims {

    private final EvidencePlaceRepository repository;

    ClaimsOfReports(EvidencePlaceRepository repository) {
        this.repository = repository;
    }

    /** In a transaction of its own where a worker asks, which has none while it examines. */
    @Override
    @Transactional
    public Claimed about(UUID evidenceId) {
        return repository.firstClaim(evidenceId).orElse(Claimed.NOTHING);
    }
}
