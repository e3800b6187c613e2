package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.examination.EvidencePlaces;
import ma.balagh.analysis.examination.ProposedPlace;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.http.Caller;

/** Where evidence stands, as far as dossiers, and the reports that brought it, exist for the caller. */
@ApplicationScoped
class SeenEvidencePlaces implements EvidencePlaces {

    private final EvidencePlaceRepository repository;
    private final Caller caller;

    SeenEvidencePlaces(EvidencePlaceRepository repository, Caller caller) {
        this.repository = repository;
        this.caller = caller;
    }

    @Override
    public Map<UUID, UUID> dossiersSeenByCaller(Collection<UUID> evidenceIds) {
        return dossiers(evidenceIds, Sight.of(caller));
    }

    @Override
    public Set<UUID> counterpartsKnownToCaller(Collection<UUID> evidenceIds) {
        return dossiers(evidenceIds, Sight.of(caller).forMatches()).keySet();
    }

    @Override
    public Map<UUID, ProposedPlace> scenesOf(Collection<UUID> dossierIds) {
        return dossierIds.isEmpty() ? Map.of() : repository.scenes(dossierIds, ReportSight.of(caller));
    }

    @Override
    public boolean isHidden(UUID evidenceId) {
        return repository.isHidden(evidenceId);
    }

    private Map<UUID, UUID> dossiers(Collection<UUID> evidenceIds, Sight sight) {
        return evidenceIds.isEmpty() ? Map.of() : repository.dossiers(evidenceIds, sight, ReportSight.of(caller));
    }
}
