package ma.balagh.analysis.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.dossier.Acts;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.Lifecycle;
import ma.balagh.analysis.examination.ExaminationView;
import ma.balagh.analysis.examination.Examinations;
import ma.balagh.analysis.finding.Words;
import ma.balagh.analysis.finding.Words.Language;
import ma.balagh.analysis.incident.Incident;
import ma.balagh.analysis.incident.IncidentReader;
import ma.balagh.analysis.report.Report;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.analysis.report.Reports;
import ma.balagh.analysis.urgency.Urgencies;
import ma.balagh.analysis.verdict.Reopening;
import ma.balagh.analysis.verdict.VerdictView;
import ma.balagh.analysis.verdict.Verdicts;
import org.jspecify.annotations.Nullable;

/** Puts together everything that is known about one dossier. */
@ApplicationScoped
class DossierReader {

    private final Reports reports;
    private final DossierEvidenceRepository evidence;
    private final Examinations examinations;
    private final Verdicts verdicts;
    private final IncidentReader incidents;
    private final Acts acts;
    private final Urgencies urgencies;
    private final Reopening reopening;

    DossierReader(
            Reports reports,
            DossierEvidenceRepository evidence,
            Examinations examinations,
            Verdicts verdicts,
            IncidentReader incidents,
            Acts acts,
            Urgencies urgencies,
            Reopening reopening) {
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
     * The dossier with the reports that exist for that sight, and what these brought.
     *
     * @param dossier one that exists for the caller
     * @param language in which findings are told
     */
    DossierView read(Dossier dossier, ReportSight sight, Language language) {
        UUID id = dossier.id();
        List<Report> joined = reports.first(id, sight, DossierView.MOST_REPORTS);
        Reports.Extent extent = reports.extent(id, sight);
        List<EvidenceInDossier> shown = evidence.of(id, sight);
        List<ExaminationView> examined =
                examinations.of(shown.stream().map(EvidenceInDossier::id).toList(), language);
        @Nullable VerdictView verdict = verdicts.standing(dossier);
        @Nullable Incident incident = incidents.newestOf(id).orElse(null);
        return new DossierView(
                id,
                dossier.jurisdiction(),
                dossier.lifecycle().state(),
                urgencies.of(dossier, Words.in(language)),
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
                Clocks.of(dossier, extent, shown, verdict, incident),
                acts.leadsTo(id).orElse(null),
                acts.of(id));
    }

    private static @Nullable Instant concludedAt(Dossier dossier) {
        return dossier.lifecycle() instanceof Lifecycle.Concluded concluded ? concluded.concludedAt() : null;
    }
}
