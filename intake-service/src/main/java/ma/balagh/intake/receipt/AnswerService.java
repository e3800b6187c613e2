package ma.balagh.intake.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
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
import ma.balagh.http.Caller;
import ma.balagh.intake.IntakeProblem;
import ma.balagh.intake.evidence.EvidenceCompartmentService;
import ma.balagh.intake.report.Answer;
import ma.balagh.intake.report.AnswerRuleService;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportService;
import ma.balagh.intake.report.ReportStanding;
import ma.balagh.messaging.PermanentFailureException;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/**
 * Derives the answers on receipts from what the other services publish about dossiers. The answer to a report depends
 * on the state of its dossiers alone, not on the order in which topics delivered it.
 */
@ApplicationScoped
class AnswerService {

    /** So many reports are told in one transaction. */
    private static final int AT_ONCE = 100;

    private final DossierCopyRepository dossiers;
    private final KnownCaseRepository knownCases;
    private final ReportService reports;
    private final AnswerRuleService rules;
    private final EvidenceCompartmentService compartment;
    private final ServiceWorkRunner serviceWork;

    AnswerService(
            DossierCopyRepository dossiers,
            KnownCaseRepository knownCases,
            ReportService reports,
            AnswerRuleService rules,
            EvidenceCompartmentService compartment,
            ServiceWorkRunner serviceWork) {
        this.dossiers = dossiers;
        this.knownCases = knownCases;
        this.reports = reports;
        this.rules = rules;
        this.compartment = compartment;
        this.serviceWork = serviceWork;
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
        tell(joined.reportId());
    }

    /** In one step: standing in neither dossier for a moment, the report could be answered for a third one alone. */
    private void separate(ReportSeparated separated) {
        UUID from = dossiers.lock(separated.dossierId());
        UUID into = dossiers.lock(separated.intoDossierId());
        Instant at = milliseconds(separated.separatedAt());
        dossiers.leave(from, separated.reportId(), at);
        dossiers.join(into, separated.intoDossierId(), List.of(separated.reportId()), at);
        tell(separated.reportId());
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
        tell(moved);
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
        tell(dossiers.reports(dossierId));
        if (changed) {
            knownCases.reportsOfCopies(dossierId).forEach(reports::receiptChanged);
        }
    }

    /** At once, but for very many: those in transactions of their own, after this one. */
    private void tell(List<UUID> reportIds) {
        if (reportIds.size() <= AT_ONCE) {
            reportIds.forEach(this::tell);
        } else {
            dossiers.settleLater(reportIds);
        }
    }

    /** @return whether there may be more */
    @Transactional
    public boolean settleSome() {
        List<UUID> some = dossiers.unsettled(AT_ONCE);
        some.forEach(this::tell);
        return !some.isEmpty();
    }

    private void tell(UUID reportId) {
        reports.reconsider(reportId, this::standing);
    }

    /**
     * Nobody is answered before every dossier has ended: one of them may hold a medium that nobody has looked at. Of a
     * report that is hidden nobody may look at it any more, so it is answered at once. For any other one, a dossier that was
     * forwarded does not count: what somebody added to it changes no answer.
     */
    private ReportStanding standing(Report report) {
        boolean stopped = rules.isStopped(report.id());
        List<DossierCopyRepository.Place> places = dossiers.placesOf(report.id()).stream()
                .map(place -> stopped && place.byRule() ? place.unanswered() : place)
                .toList();
        List<DossierCopyRepository.Place> common =
                places.stream().filter(place -> !place.forwarded()).toList();
        boolean hidden = report.forwarded();
        List<DossierCopyRepository.Place> counting = hidden ? places : common;
        boolean ended = hidden || common.stream().noneMatch(place -> place.answer() == null);
        Answer best = ended
                ? AnswerComparator.best(counting.stream()
                                .map(DossierCopyRepository.Place::answer)
                                .filter(Objects::nonNull))
                        .orElse(null)
                : null;
        return new ReportStanding(best, ruledBy(best, counting), hidden);
    }

    /** The dossier by whose answer nobody's look is needed; null where somebody's was. */
    private static @Nullable UUID ruledBy(@Nullable Answer best, List<DossierCopyRepository.Place> places) {
        List<DossierCopyRepository.Place> telling = places.stream()
                .filter(place -> best != null && best.equals(place.answer()))
                .toList();
        return telling.stream().allMatch(DossierCopyRepository.Place::byRule)
                ? telling.stream()
                        .map(DossierCopyRepository.Place::dossierId)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /**
     * An officer stops the rule for a report, or lets it apply again.
     *
     * @param precondition refuses when the report is not as it was read; called while nobody else changes it
     * @throws ma.balagh.http.ProblemException 409 where the report has no answer by rule, or none was stopped
     */
    @Transactional
    public void changeRule(
            UUID reportId, AnswerRuleService.Act act, String reason, Caller by, Consumer<Report> precondition) {
        reports.reconsider(reportId, report -> {
            precondition.accept(report);
            AnswerRuleService.Rule rule = rules.of(List.of(reportId)).get(reportId);
            boolean fits = switch (act) {
                case STOPPED -> rule != null && !rule.stopped();
                case RESUMED -> rule != null && rule.stopped();
            };
            if (!fits) {
                throw IntakeProblem.NOT_BY_RULE.because(
                        act == AnswerRuleService.Act.STOPPED
                                ? "the report has no answer that came by rule"
                                : "the rule is not stopped for this report");
            }
            rules.add(reportId, act, reason, by);
            // All its dossiers count, whoever sees them.
            return serviceWork.call(() -> standing(report));
        });
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
