package ma.balagh.analysis.verdict;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.Dossiers;
import ma.balagh.analysis.dossier.Sight;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Preconditions;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Violation;

/** The dossier that a request is about, if it exists for the caller and is still as the caller read it. */
@RequestScoped
public class DossierOnTheDesk {

    private final Dossiers dossiers;
    private final ProposalStore proposals;
    private final Caller caller;
    private final Preconditions preconditions;
    private final ShownDossiers shown;
    private final Event<MisconductAhead> ahead;

    DossierOnTheDesk(
            Dossiers dossiers,
            ProposalStore proposals,
            Caller caller,
            Preconditions preconditions,
            ShownDossiers shown,
            Event<MisconductAhead> ahead) {
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.caller = caller;
        this.preconditions = preconditions;
        this.shown = shown;
        this.ahead = ahead;
    }

    /** @throws ma.balagh.http.ProblemException 404 where it does not exist for the caller */
    public void requireVisible(UUID dossierId) {
        if (!dossiers.isVisible(dossierId, Sight.of(caller))) {
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
                .map(id -> !id.equals(dossierId) && dossiers.isVisible(id, Sight.of(caller)))
                .orElse(true);
        if (!known) {
            throw CommonProblem.invalid(Violation.notADossier("knownCase"));
        }
    }

    private static ProblemException notFound(UUID dossierId) {
        return CommonProblem.notFound("dossier " + dossierId);
    }

    /** Locks it, so that nobody else judges at the same time. */
    public Dossier take(UUID dossierId) {
        Dossier dossier = dossiers.lock(dossierId, Sight.of(caller)).orElseThrow(() -> notFound(dossierId));
        preconditions.requireMatch(() -> shown.tags(dossier));
        return dossier;
    }

    /**
     * The same for a decision about it.
     *
     * @throws ma.balagh.http.ProblemException 428 when the caller does not say which version of it the decision is about
     */
    Dossier takeAsRead(UUID dossierId) {
        Dossier dossier = take(dossierId);
        preconditions.requireStated();
        return dossier;
    }

    /**
     * Locks it for that decision, and with it all that this touches.
     *
     * @throws ma.balagh.http.ProblemException 428 when the caller does not say which version of it the decision is about
     */
    Dossier take(UUID dossierId, UUID proposalId, Proposal.Choice choice) {
        requireVisible(dossierId);
        if (choice == Proposal.Choice.CONFIRM
                && proposal(dossierId, proposalId).assessment().verdict() == Verdict.POLICE_MISCONDUCT) {
            ahead.fire(new MisconductAhead(dossierId));
        }
        return takeAsRead(dossierId);
    }

    Proposal proposal(UUID dossierId, UUID proposalId) {
        return proposals
                .find(dossierId, proposalId)
                .orElseThrow(() -> CommonProblem.notFound("verdict proposal " + proposalId));
    }
}
