package ma.balagh.intake.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.analysis.DossierEvent;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.DossierOpened;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.contracts.analysis.ForwardingEvent;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.ReportSeparated;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictEvent;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.dispatch.IncidentCancelled;
import ma.balagh.contracts.dispatch.IncidentEscalated;
import ma.balagh.contracts.dispatch.IncidentEvent;
import ma.balagh.contracts.dispatch.IncidentOpened;
import ma.balagh.contracts.dispatch.IncidentReferred;
import ma.balagh.contracts.dispatch.IncidentReopened;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.dispatch.UnitProgressed;
import ma.balagh.contracts.dispatch.UnitStoodDown;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.intake.evidence.EvidenceCompartmentService;
import ma.balagh.intake.report.Answer;
import ma.balagh.intake.report.ReportService;
import ma.balagh.messaging.PermanentFailureException;
import org.jspecify.annotations.Nullable;

/**
 * Derives what dossiers answer from what the other services publish about them: from the state of a dossier alone, not
 * from the order in which topics delivered it.
 */
@ApplicationScoped
class AnswerService {

    private final DossierCopyRepository dossiers;
    private final KnownCaseRepository knownCases;
    private final ReportService reports;
    private final ReportAnswerService told;
    private final EvidenceCompartmentService compartment;

    AnswerService(
            DossierCopyRepository dossiers,
            KnownCaseRepository knownCases,
            ReportService reports,
            ReportAnswerService told,
            EvidenceCompartmentService compartment) {
        this.dossiers = dossiers;
        this.knownCases = knownCases;
        this.reports = reports;
        this.told = told;
        this.compartment = compartment;
    }

    @Transactional
    public void apply(DossierEvent event) {
        switch (event) {
            case DossierOpened opened -> dossiers.lock(opened.dossierId());
            case ReportJoined joined -> join(joined);
            case ReportSeparated separated -> separate(separated);
            case DossiersMerged merged -> merge(merged);
        }
    }

    /** Kept, too, where nothing else is known of the dossier yet. */
    @Transactional
    public void apply(ForwardingEvent event) {
        switch (event) {
            case DossierForwarded forwarded -> {
                UUID dossierId = dossiers.lock(forwarded.dossierId());
                dossiers.forwarded(dossierId);
                // However many there are, nobody else sees them from now on.
                reports.forwarded(forwarded.reportIds());
                compartment.hide(forwarded.evidenceIds());
                decided(dossierId, null, AnswerKind.FORWARDED, forwarded.forwardedAt());
            }
        }
    }

    @Transactional
    public void apply(VerdictEvent event) {
        switch (event) {
            case VerdictReached reached -> {
                AnswerKind kind = kindOf(reached.verdict());
                // First, so that the answer is told with what became of the known case.
                dossiers.lock(reached.dossierId());
                dossiers.belongsTo(reached.dossierId(), reached.verdictId(), dossierIn(reached.knownCase()));
                decided(reached.dossierId(), reached.verdictId(), kind, reached.confirmedAt());
            }
            case VerdictWithdrawn withdrawn -> {
                UUID dossierId = dossiers.lock(withdrawn.dossierId());
                dossiers.withdraw(withdrawn.verdictId());
                settle(dossierId);
            }
        }
    }

    @Transactional
    public void apply(IncidentEvent event) {
        switch (event) {
            case IncidentResolved resolved ->
                decided(
                        resolved.dossierId(),
                        resolved.verdictId(),
                        new Answer(AnswerKind.RESOLVED, resolved.outcome(), milliseconds(resolved.toldAt())));
            case IncidentReferred referred ->
                decided(referred.dossierId(), referred.verdictId(), AnswerKind.REFERRED, referred.referredAt());
            case IncidentOpened _,
                    UnitAssigned _,
                    UnitProgressed _,
                    UnitStoodDown _,
                    IncidentEscalated _,
                    IncidentReopened _,
                    IncidentCancelled _ -> {
                // What happens on the street is not the reporter's to know, but for the outcome.
            }
        }
    }

    private void join(ReportJoined joined) {
        UUID dossierId = dossiers.lock(joined.dossierId());
        dossiers.join(dossierId, joined.dossierId(), List.of(joined.reportId()), milliseconds(joined.joinedAt()));
        told.tell(List.of(joined.reportId()));
    }

    /** In one step: standing in neither dossier for a moment, the report could be answered for a third one alone. */
    private void separate(ReportSeparated separated) {
        UUID from = dossiers.lock(separated.dossierId());
        UUID into = dossiers.lock(separated.intoDossierId());
        Instant at = milliseconds(separated.separatedAt());
        dossiers.leave(from, separated.reportId(), at);
        dossiers.join(into, separated.intoDossierId(), List.of(separated.reportId()), at);
        told.tell(List.of(separated.reportId()));
    }

    private void merge(DossiersMerged merged) {
        UUID from = dossiers.lock(merged.dossierId());
        UUID into = dossiers.lock(merged.intoDossierId());
        if (from.equals(into)) {
            return;
        }
        List<UUID> moved = dossiers.reports(from);
        dossiers.merge(from, merged.intoDossierId());
        dossiers.join(into, merged.intoDossierId(), moved, milliseconds(merged.mergedAt()));
        told.tell(moved);
    }

    private void decided(UUID dossierId, @Nullable UUID verdictId, AnswerKind kind, Instant at) {
        decided(dossierId, verdictId, new Answer(kind, null, milliseconds(at)));
    }

    private void decided(UUID named, @Nullable UUID verdictId, Answer answer) {
        // Held until the end, so that a report that joins meanwhile is either seen here or sees this answer.
        UUID dossierId = dossiers.lock(named);
        dossiers.keep(dossierId, verdictId, answer);
        settle(dossierId);
    }

    private void settle(UUID dossierId) {
        boolean changed = dossiers.answer(
                dossierId,
                AnswerComparator.best(dossiers.answers(dossierId).stream()).orElse(null));
        told.tell(dossiers.reports(dossierId));
        if (changed) {
            told.receiptsChanged(knownCases.reportsOfCopies(dossierId));
        }
    }

    private static AnswerKind kindOf(Verdict verdict) {
        return switch (verdict) {
            case FALSE_REPORT -> AnswerKind.FALSE_REPORT;
            case PRESUMED_OFFENCE -> AnswerKind.PRESUMED_OFFENCE;
            case KNOWN_CASE -> AnswerKind.KNOWN_CASE;
            case POLICE_MISCONDUCT -> throw new PermanentFailureException("misconduct must not travel on this topic");
        };
    }

    /** A reference to a case may also be one of another system, which says nothing here. */
    private static @Nullable UUID dossierIn(@Nullable String reference) {
        try {
            return reference == null ? null : UUID.fromString(reference);
        } catch (IllegalArgumentException elsewhere) {
            return null;
        }
    }

    private static Instant milliseconds(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
