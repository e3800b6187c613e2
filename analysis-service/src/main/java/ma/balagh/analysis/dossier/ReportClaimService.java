package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ma.balagh.analysis.circumstance.ClaimedCircumstances;
import ma.balagh.analysis.examination.EvidenceClaims;

/** Tells the laboratory what the reports claim about time and place. */
@ApplicationScoped
class ReportClaimService implements EvidenceClaims {

    private final EvidencePlaceRepository repository;

    ReportClaimService(EvidencePlaceRepository repository) {
        this.repository = repository;
    }

    /** In a transaction of its own where a worker asks, which has none while it examines. */
    @Override
    @Transactional
    public ClaimedCircumstances about(UUID evidenceId) {
        return repository.firstClaim(evidenceId).orElse(ClaimedCircumstances.NOTHING);
    }
}
