package ma.balagh.dispatch.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ma.balagh.contracts.analysis.DossierEvent;
import ma.balagh.contracts.analysis.DossierOpened;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.contracts.analysis.EvidenceExamined;
import ma.balagh.contracts.analysis.ExaminationEvent;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.ReportSeparated;
import ma.balagh.contracts.analysis.VerdictEvent;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.contracts.intake.EvidenceErased;
import ma.balagh.contracts.intake.EvidenceEvent;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.EvidenceSighted;
import ma.balagh.contracts.intake.EvidenceUnobtainable;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.contracts.intake.ReportErased;
import ma.balagh.contracts.intake.ReportEvent;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.persistence.ServiceWorkRunner;

/** Records the times that events report, in any order; the times of incidents come from their own tables. */
@ApplicationScoped
public class ClockService {

    private final ClockRepository repository;
    private final ServiceWorkRunner serviceWork;

    ClockService(ClockRepository repository, ServiceWorkRunner serviceWork) {
        this.repository = repository;
        this.serviceWork = serviceWork;
    }

    /**
     * How many reports a dossier has by now: those of its territory, which all its readers may see. PostgreSQL shows no
     * reports to callers here, so the service counts for them.
     *
     * @param jurisdiction the dossier's
     */
    public int reports(UUID dossierId, String jurisdiction) {
        return serviceWork.call(() -> repository.reports(dossierId, jurisdiction));
    }

    @Transactional
    void apply(ReportEvent event) {
        switch (event) {
            case ReportReceived report -> repository.received(report);
            case ReportAnswered answer -> repository.answered(answer.reportId(), answer.answeredAt(), answer.kind());
            case AnswerWithdrawn withdrawn -> repository.answered(withdrawn.reportId(), withdrawn.withdrawnAt(), null);
            case ReportErased erased -> {}
        }
    }

    @Transactional
    void apply(EvidenceEvent event) {
        switch (event) {
            case EvidenceSecured evidence -> {
                repository.secured(evidence);
                repository.brought(evidence.reportId(), evidence.evidenceId());
            }
            case EvidenceSighted evidence -> repository.brought(evidence.reportId(), evidence.evidenceId());
            case EvidenceUnobtainable missing -> {}
            case EvidenceErased erased -> {}
        }
    }

    @Transactional
    void apply(ExaminationEvent event) {
        switch (event) {
            case EvidenceExamined examination -> repository.examined(examination);
        }
    }

    @Transactional
    void apply(DossierEvent event) {
        switch (event) {
            case ReportJoined joined -> repository.joined(joined.dossierId(), joined.reportId(), joined.joinedAt());
            case ReportSeparated separated -> repository.separated(separated);
            case DossiersMerged merged -> repository.merged(merged);
            case DossierOpened opened -> {}
        }
    }

    @Transactional
    public void apply(VerdictEvent event) {
        switch (event) {
            case VerdictReached verdict -> repository.concluded(verdict);
            case VerdictWithdrawn withdrawn -> repository.withdrawn(withdrawn);
        }
    }
}
