package ma.balagh.portal.ageing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
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

/** Says what reports wait for: intake knows it until they stand in a dossier, analysis from then on. */
@ApplicationScoped
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
            return () -> AwaitedStep.outsideOfDossiers(report);
        }
        if (!opensDossiers) {
            return () -> AwaitedStep.ANSWER;
        }
        Supplier<PagePart<ResponsePage<DossierRowResponse>>> dossiers =
                calls.startPart(() -> analysis.list(null, null, null, report.id(), null, null, MOST_DOSSIERS));
        return () -> first(dossiers.get().orNothing());
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
