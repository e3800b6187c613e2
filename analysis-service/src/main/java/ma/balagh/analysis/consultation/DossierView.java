package ma.balagh.analysis.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.dossier.DossierActView;
import ma.balagh.analysis.dossier.DossierState;
import ma.balagh.analysis.examination.ExaminationView;
import ma.balagh.analysis.incident.IncidentCopy;
import ma.balagh.analysis.report.ReportCopy;
import ma.balagh.analysis.urgency.UrgencyView;
import ma.balagh.analysis.verdict.ProposalView;
import ma.balagh.analysis.verdict.ReopeningView;
import ma.balagh.analysis.verdict.VerdictView;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one alleged event that the caller may see: reports of other jurisdictions may stand in it, too.
 *
 * @param ready whether every examination of its evidence has ended, so that a person can judge
 * @param reports in the order in which they joined; of very many the first, {@code GET /dossiers/{id}/reports} has all
 * @param reportCount how many these are
 * @param matches the matches of all its examinations, with the evidence whose medium matches
 * @param verdict absent until two people agreed
 * @param reopenings proposals to withdraw a verdict of it, oldest first
 * @param incident absent until dispatch opened one
 * @param joinedInto where everything of a joined dossier stands now, if that exists for the caller
 * @param history what people did to it as a whole, oldest first
 */
public record DossierView(
        UUID id,
        String jurisdiction,
        DossierState state,
        UrgencyView urgency,
        boolean ready,
        Instant openedAt,
        @Nullable Instant readyAt,
        @Nullable Instant concludedAt,
        List<ReportCopy> reports,
        int reportCount,
        List<EvidenceInDossier> evidence,
        List<ExaminationView> examinations,
        List<EvidenceMatch> matches,
        List<ProposalView> proposals,
        @Nullable VerdictView verdict,
        List<ReopeningView> reopenings,
        @Nullable IncidentCopy incident,
        StageTimes clocks,
        @Nullable UUID joinedInto,
        List<DossierActView> history) {

    /** So many reports are shown at most. */
    public static final int MOST_REPORTS = 200;

    /**
     * What its tag is made of. How many reports there are beyond those shown is no part of it: while thousands come in,
     * nobody could judge a dossier as they have read it.
     */
    public DossierView forTag() {
        return new DossierView(
                id,
                jurisdiction,
                state,
                urgency,
                ready,
                openedAt,
                readyAt,
                concludedAt,
                reports,
                counted(reportCount),
                evidence.stream()
                        .map(each -> each.withReportCount(counted(each.reportCount())))
                        .toList(),
                examinations,
                matches,
                proposals,
                verdict,
                reopenings,
                incident,
                clocks,
                joinedInto,
                history);
    }

    private static int counted(int reports) {
        return Math.min(reports, MOST_REPORTS);
    }
}
