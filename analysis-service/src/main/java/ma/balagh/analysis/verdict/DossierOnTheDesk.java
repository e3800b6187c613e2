package ma.balagh.analysis.verdict;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.Dossiers;
import ma.balagh.analysis.dossier.Sight;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Preconditions;

/** The dossier that a request is about, if it exists for the caller and is still as the caller read it. */
@RequestScoped
class DossierOnTheDesk {

    private final Dossiers dossiers;
    private final ProposalStore proposals;
    private final Caller caller;
    private final Preconditions preconditions;

    DossierOnTheDesk(Dossiers dossiers, ProposalStore proposals, Caller caller, Preconditions preconditions) {
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    /** Locks it, so that nobody else judges at the same time. */
    Dossier take(UUID dossierId) {
        Dossier dossier = dossiers.lock(dossierId, Sight.of(caller))
                .orElseThrow(() -> CommonProblem.notFound("dossier " + dossierId));
        preconditions.requireMatch(Preconditions.tag(dossier.version()));
        return dossier;
    }

    Proposal proposal(UUID dossierId, UUID proposalId) {
        return proposals
                .find(dossierId, proposalId)
                .orElseThrow(() -> CommonProblem.notFound("verdict proposal " + proposalId));
    }
}
