package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import ma.balagh.portal.dossier.AnalysisClient;
import ma.balagh.portal.dossier.DossierRowResponse;
import ma.balagh.portal.report.ReportResponse;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.CallExecutor;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Says what reports wait for: intake knows it until they stand in a dossier, analysis from then on. Templates of features
 * that this one knows say {@code inject:awaited}.
 */
@Named("awaited")
@ApplicationScoped
@TemplateData
public class AwaitedStepService {

    /** No report is in more dossiers than that. */
    private static final int MOST_DOSSIERS = 10;

    private final AnalysisClient analysis;
    private final CallExecutor calls;
    private final Viewer viewer;

    AwaitedStepService(@RestClient AnalysisClient analysis, CallExecutor calls, Viewer viewer) {
        this.analysis = analysis;
        this.calls = calls;
        this.viewer = viewer;
    }

    /** Of each report, in their order. */
    public List<AwaitedReport> awaited(List<UnansweredResponse> reports) {
        boolean opensDossiers = viewer.mayOpenDossiers();
        List<Supplier<AwaitedReport>> steps = reports.stream()
                .map(report -> {
                    Supplier<AwaitedStep> step = step(report, opensDossiers);
                    return (Supplier<AwaitedReport>) () -> new AwaitedReport(report, step.get());
                })
                .toList();
        return steps.stream().map(Supplier::get).toList();
    }

    private Supplier<AwaitedStep> step(UnansweredResponse report, boolean opensDossiers) {
        if (report.status() != ReportResponse.Status.UNDER_EXAMINATION) {
            return () -> AwaitedStep.outsideOfDossiers(report.missing());
        }
        if (!opensDossiers) {
            return () -> AwaitedStep.ANSWER;
        }
        Supplier<PagePart<ResponsePage<DossierRowResponse>>> dossiers = calls.startPart(() -> dossiers(report.id()));
        return () -> first(dossiers.get().orNothing());
    }

    /** Of one report, for its page: what its answer waits for, and where it can be seen how far that is. */
    public AwaitedAnswer answer(ReportResponse report) {
        boolean mayBeInDossiers = report.answer() != null || report.status() == ReportResponse.Status.UNDER_EXAMINATION;
        ResponsePage<DossierRowResponse> dossiers = mayBeInDossiers && viewer.mayOpenDossiers()
                ? PagePart.of(() -> dossiers(report.id())).orNothing()
                : null;
        return new AwaitedAnswer(
                report.answer() == null ? step(report, dossiers) : null,
                dossiers == null ? List.of() : dossiers.items());
    }

    private static AwaitedStep step(ReportResponse report, @Nullable ResponsePage<DossierRowResponse> dossiers) {
        if (report.status() == ReportResponse.Status.UNDER_EXAMINATION) {
            return first(dossiers);
        }
        return AwaitedStep.outsideOfDossiers(
                report.media().isEmpty() ? report.missing().stream().findFirst().orElse(null) : null);
    }

    private ResponsePage<DossierRowResponse> dossiers(UUID report) {
        return analysis.list(null, null, null, report, null, null, MOST_DOSSIERS);
    }

    /** The earliest step that one of its dossiers waits for. */
    private static AwaitedStep first(@Nullable ResponsePage<DossierRowResponse> dossiers) {
        return dossiers == null
                ? AwaitedStep.ANSWER
                : dossiers.items().stream()
                        .map(AwaitedStep::of)
                        .min(Comparator.naturalOrder())
                        .orElse(AwaitedStep.ANSWER);
    }
}
