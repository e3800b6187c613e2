package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ma.balagh.intake.quota.QuotaAccount;
import ma.balagh.intake.quota.QuotaService;
import ma.balagh.intake.report.CrewReport;
import ma.balagh.intake.report.ReportService;
import ma.balagh.persistence.ServiceWorkRunner;

/** Secures what crews bring from incidents, each medium in a report of its own. */
@ApplicationScoped
class FieldMediaService {

    private final ReportService reports;
    private final EvidenceService evidence;
    private final QuotaService quota;
    private final ServiceWorkRunner serviceWork;

    FieldMediaService(
            ReportService reports, EvidenceService evidence, QuotaService quota, ServiceWorkRunner serviceWork) {
        this.reports = reports;
        this.evidence = evidence;
        this.quota = quota;
        this.serviceWork = serviceWork;
    }

    /** In the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    SecuringResult secure(
            CrewReport told,
            StagedMedium received,
            DeclaredMetadata declared,
            Submitter submitter,
            QuotaAccount account) {
        quota.stored(account.id(), received.size());
        // A unit that helps out brings it to a territory of which its crew sees nothing.
        return serviceWork.call(() -> evidence.secure(reports.takeIn(told), received, declared, submitter));
    }
}
