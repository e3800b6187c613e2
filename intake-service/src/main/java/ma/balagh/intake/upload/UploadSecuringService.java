package ma.balagh.intake.upload;

import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.intake.evidence.EvidenceService;
import ma.balagh.intake.evidence.StagedMedium;
import ma.balagh.intake.evidence.Submitter;
import ma.balagh.intake.quota.QuotaService;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportService;
import ma.balagh.persistence.ServiceWorkRunner;

/**
 * Secures a complete upload as evidence of its report, as a direct upload is. All it needs is in the row, so that it
 * also works after a crash: when the client asks again, or by the sweep.
 */
@ApplicationScoped
class UploadSecuringService {

    private final UploadRepository repository;
    private final UploadFileStore files;
    private final UploadEndingService ending;
    private final EvidenceService evidenceService;
    private final ReportService reports;
    private final QuotaService quota;
    private final ServiceWorkRunner serviceWork;
    private final Clock clock;

    UploadSecuringService(
            UploadRepository repository,
            UploadFileStore files,
            UploadEndingService ending,
            EvidenceService evidenceService,
            ReportService reports,
            QuotaService quota,
            ServiceWorkRunner serviceWork,
            Clock clock) {
        this.repository = repository;
        this.files = files;
        this.ending = ending;
        this.evidenceService = evidenceService;
        this.reports = reports;
        this.quota = quota;
        this.serviceWork = serviceWork;
        this.clock = clock;
    }

    /** Whoever calls holds the upload. */
    void secure(Upload upload) {
        Upload.Contents contents = requireNonNull(upload.contents(), "an upload is secured when it is complete");
        Instant receivedAt = requireNonNull(upload.receivedAt(), "a complete upload has its first byte");
        // What a crash left after the store took the file in is found there by its digest.
        var received = new StagedMedium(
                files.path(upload.id()), contents.digest(), upload.length(), contents.container(), receivedAt);
        var bringer = new Submitter(upload.sender(), upload.sees());
        evidenceService.prepare(received, bringer);
        // What is complete becomes evidence, whether or not its sender still sees the report.
        QuarkusTransaction.requiringNew().run(() -> serviceWork.run(() -> secure(upload, received, bringer)));
        ending.clear(upload.id(), UploadStatus.SECURED);
    }

    private void secure(Upload upload, StagedMedium received, Submitter bringer) {
        Report report = reports.find(upload.reportId()).orElseThrow();
        UUID evidence = evidenceService
                .secure(report, received, upload.declared(), bringer)
                .knownAs();
        if (!repository.secured(upload.id(), evidence, clock.instant())) {
            throw new IllegalStateException("somebody else has ended upload " + upload.id());
        }
        quota.stored(upload.createdBy(), upload.length());
    }
}
