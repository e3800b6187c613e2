package ma.balagh.analysis.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.report.ReportCopy;
import ma.balagh.analysis.report.ReportCopyService;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.analysis.urgency.UrgencyScore.Place;
import ma.balagh.persistence.ServiceWorkRunner;

/** Scores a dossier by facts that everybody may know who may see it. */
@ApplicationScoped
class UrgencyScoreService {

    private final UrgencyFactsRepository repository;
    private final ReportCopyService reports;
    private final UrgencyConfig config;
    private final ServiceWorkRunner serviceWork;

    UrgencyScoreService(
            UrgencyFactsRepository repository,
            ReportCopyService reports,
            UrgencyConfig config,
            ServiceWorkRunner serviceWork) {
        this.repository = repository;
        this.reports = reports;
        this.config = config;
        this.serviceWork = serviceWork;
    }

    UrgencyScore score(Dossier dossier) {
        List<ReportCopy> joined = reports.in(dossier.id(), ReportVisibility.common(dossier.jurisdiction()));
        Optional<Place> recorded = repository.recordedPlace(dossier);
        UrgencyScore score = UrgencyScore.of(joined, recorded, dossier.openedAt(), config.fresh());
        return UrgencyScore.position(joined, recorded)
                .map(place -> score.near(
                        repository.offencesNear(
                                dossier, place, config.near(), score.since().minus(config.repeat())),
                        config.near(),
                        config.repeat()))
                .orElse(score);
    }

    /** Dossiers that wait, anywhere, and for which it may make a difference that this one goes into the compartment. */
    List<UUID> dependentOn(UUID dossierId) {
        return serviceWork.call(() -> repository.dependentOn(dossierId));
    }
}
