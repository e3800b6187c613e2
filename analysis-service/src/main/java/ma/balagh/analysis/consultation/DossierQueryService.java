package ma.balagh.analysis.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierActService;
import ma.balagh.analysis.dossier.DossierLifecycle;
import ma.balagh.analysis.examination.ExaminationView;
import ma.balagh.analysis.examination.Examinations;
import ma.balagh.analysis.finding.FindingTexts;
import ma.balagh.analysis.finding.FindingTexts.Language;
import ma.balagh.analysis.incident.IncidentCopy;
import ma.balagh.analysis.incident.IncidentCopyQueryService;
import ma.balagh.analysis.report.ReportCopy;
import ma.balagh.analysis.report.ReportCopyService;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.analysis.urgency.UrgencyService;
import ma.balagh.analysis.verdict.ReopeningService;
import ma.balagh.analysis.verdict.VerdictService;
import ma.balagh.analysis.verdict.VerdictView;
import org.jspecify.annotations.Nullable;

/** Assembles everything that is known about one dossier. */
@ApplicationScoped
class DossierQueryService {

    private final ReportCopyService reports;
    private final DossierEvidenceRepository evidence;
    private final Examinations examinations;
    private final VerdictService verdicts;
    private final IncidentCopyQueryService incidents;
    private final DossierActService acts;
    private final UrgencyService urgencies;
    private final ReopeningService reopening;

    DossierQueryService(
            ReportCopyService reports,
            DossierEvidenceRepository evidence,
            Examinations examinations,
            VerdictService verdicts,
            IncidentCopyQueryService incidents,
            DossierActService acts,
            UrgencyService urgencies,
            ReopeningService reopening) {
        this.reports = reports;
        this.evidence = evidence;
        this.examinations = examinations;
        this.verdicts = verdicts;
        this.incidents = incidents;
        this.acts = acts;
        this.urgencies = urgencies;
        this.reopening = reopening;
    }

    /**
     * The dossier with the reports that exist for that visibility, and what these brought.
     *
     * @param dossier one that exists for the caller
     * @param language in which findings are told
     */
    DossierView read(Dossier dossier, ReportVisibility visibility, Language language) {
        UUID id = dossier.id();
        List<ReportCopy> joined = reports.first(id, visibility, DossierView.MOST_REPORTS);
        ReportCopyService.Extent extent = reports.extent(id, visibility);
        List<EvidenceInDossier> shown = evidence.of(id, visibility);
        List<ExaminationView> examined =
                examinations.of(shown.stream().map(EvidenceInDossier::id).toList(), language);
        @Nullable VerdictView verdict = verdicts.standing(dossier);
        @Nullable IncidentCopy incident = incidents.newestOf(id).orElse(null);
        return new DossierView(
                id,
                dossier.jurisdiction(),
                dossier.lifecycle().state(),
                urgencies.of(dossier, FindingTexts.in(language)),
                dossier.ready(),
                dossier.openedAt(),
                dossier.readyAt(),
                concludedAt(dossier),
                joined,
                extent.count(),
                shown,
                examined,
                examined.stream().flatMap(EvidenceMatch::of).toList(),
                verdicts.of(id),
                verdict,
                reopening.of(id),
                incident,
                StageTimes.of(dossier, extent, shown, verdict, incident),
                acts.leadsTo(id).orElse(null),
                acts.of(id));
    }

    private static @Nullable Instant concludedAt(Dossier dossier) {
        return dossier.lifecycle() instanceof DossierLifecycle.Concluded concluded ? concluded.concludedAt() : null;
    }
}
