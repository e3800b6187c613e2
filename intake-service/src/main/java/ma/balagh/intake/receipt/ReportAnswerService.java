package ma.balagh.intake.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.http.Caller;
import ma.balagh.intake.IntakeProblem;
import ma.balagh.intake.report.Answer;
import ma.balagh.intake.report.AnswerRuleService;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportService;
import ma.balagh.intake.report.ReportStanding;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/** Derives the answer to a report from what the dossiers that it stands in answer. */
@ApplicationScoped
class ReportAnswerService {

    /** So many reports are told in one transaction. */
    private static final int AT_ONCE = 100;

    private final DossierCopyRepository dossiers;
    private final UnsettledReportRepository unsettled;
    private final ReportService reports;
    private final AnswerRuleService rules;
    private final ServiceWorkRunner serviceWork;

    ReportAnswerService(
            DossierCopyRepository dossiers,
            UnsettledReportRepository unsettled,
            ReportService reports,
            AnswerRuleService rules,
            ServiceWorkRunner serviceWork) {
        this.dossiers = dossiers;
        this.unsettled = unsettled;
        this.reports = reports;
        this.rules = rules;
        this.serviceWork = serviceWork;
    }

    /** At once, but for very many: those in transactions of their own, after this one. */
    void tell(List<UUID> reportIds) {
        if (reportIds.size() <= AT_ONCE) {
            reportIds.forEach(this::tell);
        } else {
            unsettled.add(reportIds, false);
        }
    }

    /** What the receipts tell of another case has changed. At once or later, as reports are told. */
    void receiptsChanged(List<UUID> reportIds) {
        if (reportIds.size() <= AT_ONCE) {
            reportIds.forEach(reports::receiptChanged);
        } else {
            unsettled.add(reportIds, true);
        }
    }

    /** @return whether there may be more */
    @Transactional
    public boolean settleSome() {
        List<UnsettledReportRepository.Unsettled> some = unsettled.take(AT_ONCE);
        some.forEach(each -> {
            tell(each.reportId());
            if (each.receiptChanged()) {
                reports.receiptChanged(each.reportId());
            }
        });
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
}
