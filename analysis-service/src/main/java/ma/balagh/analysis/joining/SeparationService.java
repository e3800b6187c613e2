package ma.balagh.analysis.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierAct;
import ma.balagh.analysis.dossier.DossierReadinessService;
import ma.balagh.analysis.dossier.DossierService;
import ma.balagh.analysis.joining.JoiningRepository.Bringer;
import ma.balagh.analysis.report.ReportCopyService;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierEvent;
import ma.balagh.contracts.analysis.DossierOpened;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.ReportSeparated;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;

/** Moves evidence that is about another event out of a dossier, into one of its own. */
@ApplicationScoped
class SeparationService {

    private final DossierService dossiers;
    private final JoiningRepository repository;
    private final DossierReadinessService readiness;
    private final ReportCopyService reports;
    private final DossierHistory history;

    SeparationService(
            DossierService dossiers,
            JoiningRepository repository,
            DossierReadinessService readiness,
            ReportCopyService reports,
            DossierHistory history) {
        this.dossiers = dossiers;
        this.repository = repository;
        this.readiness = readiness;
        this.reports = reports;
        this.history = history;
    }

    /**
     * The evidence goes with the reports that brought it; one that brought other evidence, too, stands in both dossiers
     * then. Whoever calls has locked the dossier.
     *
     * @param visibility of whoever does it: evidence that they may not see is treated as if it were not there
     */
    @Transactional
    DossierAct separate(Dossier dossier, Collection<UUID> evidenceIds, Actor actor, ReportVisibility visibility) {
        dossier.requireOpen();
        List<UUID> wanted = repository.standing(dossier.id(), evidenceIds, visibility);
        if (wanted.size() < evidenceIds.size()) {
            throw CommonProblem.invalid(Violation.unfitting("evidenceIds", "must all stand in this dossier"));
        }
        List<UUID> leaving = repository.withSameBytes(dossier.id(), wanted);
        Instant at = history.timeOfMove(List.of(dossier));
        Dossier opened = Dossier.open(IdGenerator.next(), dossier.jurisdiction(), at);
        dossiers.add(opened);
        List<Bringer> bringers = repository.bringers(dossier.id(), leaving);
        repository.move(leaving, opened.id(), at);
        bringers.forEach(report -> repository.move(report, dossier.id(), opened.id(), at));
        if (reports.first(dossier.id(), visibility, 1).isEmpty()) {
            throw AnalysisProblem.ILLEGAL_TRANSITION.because("no report would stay in dossier " + dossier.id()
                    + ", so that there is nothing to separate it from");
        }
        readiness.settle(dossier, at);
        readiness.settle(opened, at);
        return history.keep(
                actor.separated(dossier.id(), opened.id(), leaving, at), told(dossier, opened, bringers, at));
    }

    private static DossierEvent[] told(Dossier from, Dossier opened, List<Bringer> bringers, Instant at) {
        Stream<DossierEvent> moved = bringers.stream()
                .map(report -> report.stays()
                        ? new ReportJoined(opened.id(), report.reportId(), at)
                        : new ReportSeparated(from.id(), report.reportId(), opened.id(), at));
        return Stream.concat(Stream.of(new DossierOpened(opened.id(), opened.jurisdiction(), at)), moved)
                .toArray(DossierEvent[]::new);
    }
}
