package ma.balagh.intake.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.intake.evidence.EvidenceErasureService;
import ma.balagh.messaging.Outbox;

/** Erases what is due, wherever it is kept here, and tells whoever copied it; in the caller's transaction. */
@ApplicationScoped
class ErasureService {

    private final DueRepository due;
    private final ReportErasureRepository reports;
    private final EvidenceErasureService evidence;
    private final Outbox outbox;
    private final RetentionConfig config;

    ErasureService(
            DueRepository due,
            ReportErasureRepository reports,
            EvidenceErasureService evidence,
            Outbox outbox,
            RetentionConfig config) {
        this.due = due;
        this.reports = reports;
        this.evidence = evidence;
        this.outbox = outbox;
        this.config = config;
    }

    /** @return what was erased: a batch of what is due and not held, the oldest first */
    List<DueErasure> eraseSome(RetentionKind kind, String period, Instant cutoff, RetentionRunRequest order) {
        List<DueErasure> found = due.take(kind, cutoff, order.readers(), config.batch());
        List<DueErasure> going = switch (kind) {
            case SET_ASIDE_ITEM -> found;
            // Again, now that nobody answers them any more: the verdict may have been withdrawn.
            case IDENTITY, FALSE_REPORT -> due.stillDue(kind, cutoff, order.readers(), reports.lock(ids(found)));
            // Again, now that nobody brings them any more: the same bytes may have come with another report.
            case CLOSED_CASE_EVIDENCE, OPEN_CASE_EVIDENCE ->
                due.stillDue(kind, cutoff, order.readers(), evidence.hold(ids(found)));
        };
        if (kind.isEvidence()) {
            evidence.erase(ids(going), order.why(kind, period));
        }
        erase(kind, ids(going));
        return going;
    }

    private void erase(RetentionKind kind, List<UUID> ids) {
        switch (kind) {
            case SET_ASIDE_ITEM -> reports.eraseItems(ids);
            case IDENTITY -> reports.eraseIdentities(ids);
            case FALSE_REPORT -> reports.eraseReports(ids).forEach(outbox::publish);
            case CLOSED_CASE_EVIDENCE, OPEN_CASE_EVIDENCE -> reports.eraseOrigins(ids);
        }
    }

    private static List<UUID> ids(List<DueErasure> due) {
        return due.stream().map(DueErasure::id).toList();
    }
}
