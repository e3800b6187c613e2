package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.examination.EvidencePlaces;
import ma.balagh.analysis.examination.ProposedPlace;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.http.Caller;
import ma.balagh.persistence.ServiceWorkRunner;

/** Where evidence stands, as far as the caller may see the dossiers and the reports. */
@ApplicationScoped
class VisibleEvidencePlaceService implements EvidencePlaces {

    private final EvidencePlaceRepository repository;
    private final Caller caller;
    private final ServiceWorkRunner serviceWork;

    VisibleEvidencePlaceService(EvidencePlaceRepository repository, Caller caller, ServiceWorkRunner serviceWork) {
        this.repository = repository;
        this.caller = caller;
        this.serviceWork = serviceWork;
    }

    @Override
    public Map<UUID, UUID> dossiersSeenByCaller(Collection<UUID> evidenceIds) {
        return evidenceIds.isEmpty() ? Map.of() : repository.dossiers(evidenceIds, ReportVisibility.of(caller));
    }

    @Override
    public Set<UUID> counterpartsKnownToCaller(Collection<UUID> evidenceIds) {
        if (evidenceIds.isEmpty()) {
            return Set.of();
        }
        DossierVisibility visibility = DossierVisibility.of(caller).forMatches();
        ReportVisibility reports = ReportVisibility.of(caller);
        return serviceWork.call(() -> repository.existing(evidenceIds, visibility, reports));
    }

    @Override
    public Map<UUID, ProposedPlace> scenesOf(Collection<UUID> dossierIds) {
        return dossierIds.isEmpty() ? Map.of() : repository.scenes(dossierIds, ReportVisibility.of(caller));
    }

    @Override
    public boolean isHidden(UUID evidenceId) {
        return repository.isHidden(evidenceId);
    }
}
