package ma.balagh.intake.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import ma.balagh.intake.IntakeProblem;
import ma.balagh.intake.evidence.EvidenceService;
import ma.balagh.intake.quota.QuotaAccount;
import ma.balagh.intake.quota.QuotaService;
import ma.balagh.intake.report.ReportAudience;
import ma.balagh.intake.report.ReportService;
import ma.balagh.persistence.ServiceWorkRunner;

/** Creates uploads: announces the expected bytes, and refuses what cannot be taken before it is sent. */
@ApplicationScoped
class UploadCreationService {

    private final UploadRepository repository;
    private final ReportService reports;
    private final EvidenceService evidenceService;
    private final QuotaService quota;
    private final UploadConfig config;
    private final ServiceWorkRunner serviceWork;
    private final Clock clock;

    UploadCreationService(
            UploadRepository repository,
            ReportService reports,
            EvidenceService evidenceService,
            QuotaService quota,
            UploadConfig config,
            ServiceWorkRunner serviceWork,
            Clock clock) {
        this.repository = repository;
        this.reports = reports;
        this.evidenceService = evidenceService;
        this.quota = quota;
        this.config = config;
        this.serviceWork = serviceWork;
        this.clock = clock;
    }

    /**
     * @throws ma.balagh.http.ProblemException 400 when the caller does not see the report, 413 when it is too large,
     *     429 when the caller has too many open or announced too many bytes, 507 when there is no room beside all that
     *     is announced
     */
    @Transactional
    Upload create(long length, UploadMetadata metadata, Caller caller) {
        evidenceService.requireSize(length);
        if (!reports.isVisible(metadata.reportId())) {
            throw UploadMetadata.unknownReport();
        }
        // Those count, too, whose report the caller does not see any more.
        if (serviceWork.call(() -> repository.countOpen(caller.id())) >= config.openPerCaller()) {
            throw IntakeProblem.TOO_MANY_UPLOADS.because(
                    "%d of yours are: finish or end one first".formatted(config.openPerCaller()));
        }
        quota.admit(QuotaAccount.of(caller), length, evidenceService::requireRoom);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var upload = new Upload(
                IdGenerator.next(),
                metadata.reportId(),
                caller.id(),
                caller.name(),
                ReportAudience.within(caller.id(), ReportAudience.of(caller).jurisdictions()),
                metadata,
                length,
                0,
                UploadStatus.OPEN,
                null,
                null,
                null,
                now.plus(config.patience()));
        repository.insert(upload, now);
        return upload;
    }
}
