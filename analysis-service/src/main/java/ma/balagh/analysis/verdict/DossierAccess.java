package ma.balagh.analysis.verdict;

import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierService;
import ma.balagh.analysis.examination.MediumLengthService;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Preconditions;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;

/** The dossier that a request is about: whether it exists for the caller, and is locked as the caller read it. */
@RequestScoped
public class DossierAccess {

    private final DossierService dossiers;
    private final ProposalRepository proposals;
    private final DependentDossiers dependents;
    private final Preconditions preconditions;
    private final VisibleDossiers shown;
    private final MediumLengthService lengths;

    DossierAccess(
            DossierService dossiers,
            ProposalRepository proposals,
            DependentDossiers dependents,
            Preconditions preconditions,
            VisibleDossiers shown,
            MediumLengthService lengths) {
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.dependents = dependents;
        this.preconditions = preconditions;
        this.shown = shown;
        this.lengths = lengths;
    }

    /** @throws ma.balagh.http.ProblemException 404 where it does not exist for the caller */
    public void requireVisible(UUID dossierId) {
        if (!dossiers.isVisible(dossierId)) {
            throw notFound(dossierId);
        }
    }

    /**
     * A known case is a dossier that the caller sees, or the reference that another system has for it. What Java reads
     * as a UUID is one for those who look the case up later.
     *
     * @throws ma.balagh.http.ProblemException 400 for a dossier that does not exist for the caller, or this one
     */
    void requireKnownCase(UUID dossierId, Assessment assessment) {
        boolean known = assessment
                .knownDossier()
                .map(id -> !id.equals(dossierId) && dossiers.isVisible(id))
                .orElse(true);
        if (!known) {
            throw CommonProblem.invalid(Violation.notADossier("knownCase"));
        }
    }

    /**
     * The marked moment lies in a medium of the dossier that everybody of its jurisdiction may see, before its end, as far
     * as that is known.
     *
     * @throws ma.balagh.http.ProblemException 400 otherwise
     */
    void requireStill(Dossier dossier, Assessment assessment) {
        StatedMoment still = assessment.still();
        if (still == null) {
            return;
        }
        var common = ReportVisibility.common(dossier.jurisdiction());
        if (!proposals.hasMedium(dossier.id(), still.evidenceId(), common)) {
            throw CommonProblem.invalid(new Violation(
                    "still.evidenceId",
                    ViolationCode.NOT_FOUND,
                    "must be a medium of the dossier that all of its jurisdiction may see"));
        }
        lengths.seconds(still.evidenceId()).ifPresent(length -> {
            if (still.at() > length) {
                throw CommonProblem.invalid(new Violation(
                        "still.at",
                        ViolationCode.TOO_LARGE,
                        Map.of("max", length),
                        "must lie within the medium, which is %s seconds long".formatted(length)));
            }
        });
    }

    /** Locks it, so that nobody else judges at the same time. */
    public Dossier lock(UUID dossierId) {
        // What the service has locked before is at hand, whether the caller sees it or not.
        Dossier dossier = dossiers.lock(dossierId)
                .filter(locked -> dossiers.isVisible(dossierId))
                .orElseThrow(() -> notFound(dossierId));
        preconditions.requireMatch(() -> shown.tags(dossier));
        return dossier;
    }

    /**
     * The same for a decision about it.
     *
     * @throws ma.balagh.http.ProblemException 428 when the caller does not say which version of it the decision is about
     */
    Dossier lockAsRead(UUID dossierId) {
        Dossier dossier = lock(dossierId);
        preconditions.requireStated();
        return dossier;
    }

    /** Two that join the same dossiers the one way and the other wait for each other, and never for ever. */
    public void lockInOrder(UUID one, UUID other) {
        Stream.of(one, other).sorted().forEach(dossiers::lock);
    }

    /**
     * Locks the dossier that is joined to it.
     *
     * @throws ma.balagh.http.ProblemException 400 where there is none for the caller, or the same
     */
    public Dossier other(UUID dossierId, UUID otherId) {
        return dossiers.lock(otherId)
                .filter(other -> !other.id().equals(dossierId))
                .orElseThrow(() -> CommonProblem.invalid(Violation.notADossier("dossierId")));
    }

    /**
     * Locks all that the decision on a proposal changes. Everybody takes these locks in one order, so that no two wait for
     * each other:
     *
     * <ol>
     *   <li>the reports of the dossier, the smaller id first, so that none is put into a further dossier meanwhile
     *   <li>the dossier and those that depend on it, the smaller id first
     * </ol>
     *
     * Only the confirmation of misconduct hides what other dossiers depend on. Any other decision changes its dossier
     * alone.
     *
     * @throws ma.balagh.http.ProblemException 404 where the dossier or the proposal does not exist for the caller, 428 when
     *     the caller does not say which version of the dossier the decision is about
     */
    Dossier lockForDecision(UUID dossierId, UUID proposalId, Proposal.Choice choice) {
        requireVisible(dossierId);
        if (choice == Proposal.Choice.CONFIRM && proposesMisconduct(dossierId, proposalId)) {
            dossiers.lockReportsOf(dossierId);
            dossiers.lockAll(Stream.concat(Stream.of(dossierId), dependents.on(dossierId).stream())
                    .toList());
        }
        return lockAsRead(dossierId);
    }

    private boolean proposesMisconduct(UUID dossierId, UUID proposalId) {
        return proposals.verdict(dossierId, proposalId).orElseThrow(() -> proposalNotFound(proposalId))
                == Verdict.POLICE_MISCONDUCT;
    }

    Proposal proposal(UUID dossierId, UUID proposalId) {
        return proposals.find(dossierId, proposalId).orElseThrow(() -> proposalNotFound(proposalId));
    }

    private static ProblemException notFound(UUID dossierId) {
        return CommonProblem.notFound("dossier " + dossierId);
    }

    private static ProblemException proposalNotFound(UUID proposalId) {
        return CommonProblem.notFound("verdict proposal " + proposalId);
    }
}
