package ma.balagh.analysis.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierAct;
import ma.balagh.analysis.dossier.DossierService;
import ma.balagh.analysis.dossier.DossierVisibility;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.contracts.analysis.DossierEvent;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;

/**
 * Attaches many reports to the dossier of their event. A report without a dossier joins it. One whose dossier holds
 * only attached reports brings that dossier with its evidence: there is one dossier for one event. One that shares a
 * dossier with others is refused, because the dossiers have to be joined then.
 */
@ApplicationScoped
class AttachmentService {

    private final DossierService dossiers;
    private final AttachmentRepository repository;
    private final JoiningService joining;
    private final DossierHistory history;

    AttachmentService(
            DossierService dossiers, AttachmentRepository repository, JoiningService joining, DossierHistory history) {
        this.dossiers = dossiers;
        this.repository = repository;
        this.joining = joining;
        this.history = history;
    }

    /**
     * Locks the reports, and then, in the order of their ids, the dossier and all that come along with them. The dossier
     * itself may be none that the caller sees.
     */
    void lock(UUID dossierId, List<UUID> reportIds) {
        repository.lock(reportIds);
        dossiers.lockAll(Stream.concat(Stream.of(dossierId), repository.openDossiersOf(reportIds).stream())
                .toList());
    }

    /**
     * Whoever calls has locked the reports and the dossiers.
     *
     * @throws ma.balagh.http.ProblemException 409 with each report that cannot be attached; none is then
     */
    @Transactional
    DossierAct attach(
            Dossier into,
            List<UUID> reportIds,
            Actor actor,
            DossierVisibility visibility,
            ReportVisibility reportVisibility) {
        into.requireOpen();
        Map<UUID, AttachmentCandidate> candidates =
                repository.candidates(into.id(), reportIds, visibility, reportVisibility);
        requireAttachable(reportIds, candidates);
        List<UUID> fresh = reportIds.stream()
                .filter(id -> !AttachmentCandidate.of(candidates, id).there())
                .toList();
        if (fresh.isEmpty()) {
            throw AnalysisProblem.ILLEGAL_TRANSITION.because("all of them stand in dossier " + into.id() + " already");
        }
        List<Dossier> along = lockAlong(candidates.values());
        Instant at = history.timeOfMove(
                Stream.concat(Stream.of(into), along.stream()).toList());
        along.forEach(dossier -> joining.merge(into, dossier, actor, at));
        List<UUID> joined = repository.join(into.id(), fresh, at);
        joining.settle(into, along, at);
        return history.keep(
                actor.attached(into.id(), fresh, at),
                joined.stream()
                        .map(report -> new ReportJoined(into.id(), report, at))
                        .toArray(DossierEvent[]::new));
    }

    private static void requireAttachable(List<UUID> reportIds, Map<UUID, AttachmentCandidate> candidates) {
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < reportIds.size(); i++) {
            String field = "reportIds[" + i + "]";
            UUID id = reportIds.get(i);
            if (!seen.add(id)) {
                throw CommonProblem.invalid(Violation.listedTwice(field, "must be a report, each once"));
            }
            AttachmentCandidate.of(candidates, id).obstacle(field).ifPresent(violations::add);
        }
        if (!violations.isEmpty()) {
            throw AnalysisProblem.NOT_ALL_REPORTS.because("none was attached: see the violations", violations);
        }
    }

    private List<Dossier> lockAlong(Collection<AttachmentCandidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> candidate.alone().stream())
                .distinct()
                .sorted()
                .map(id -> dossiers.lock(id).orElseThrow())
                .toList();
    }
}
