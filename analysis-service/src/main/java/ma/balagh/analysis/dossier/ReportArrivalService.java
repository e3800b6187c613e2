package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import ma.balagh.analysis.report.ReportCopyService;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.contracts.intake.ReportErased;
import ma.balagh.contracts.intake.ReportEvent;
import ma.balagh.contracts.intake.ReportReceived;

/** Records new reports, and when one without media opens a dossier. */
@ApplicationScoped
class ReportArrivalService {

    private final ReportCopyService reports;
    private final DossierPlacementRepository placement;
    private final DossierReadinessService readiness;
    private final DossierConfig config;
    private final Clock clock;

    ReportArrivalService(
            ReportCopyService reports,
            DossierPlacementRepository placement,
            DossierReadinessService readiness,
            DossierConfig config,
            Clock clock) {
        this.reports = reports;
        this.placement = placement;
        this.readiness = readiness;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void apply(ReportEvent event) {
        switch (event) {
            case ReportReceived received -> {
                reports.keep(received);
                placement.await(
                        received.reportId(),
                        received.jurisdiction(),
                        clock.instant().plus(config.mediaGrace()));
                // Its evidence may have come first.
                readiness.reportDescribed(received.reportId());
            }
            case ReportAnswered answered -> reports.answered(answered);
            case AnswerWithdrawn withdrawn -> reports.answerWithdrawn(withdrawn);
            case ReportErased erased -> reports.erased(erased);
        }
    }
}
