package ma.balagh.analysis.verdict;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to withdraw a verdict as its readers see it.
 *
 * @param proposedBy user name
 * @param decision absent while it waits for the second person
 */
public record ReopeningView(
        UUID id,
        UUID dossierId,
        String reason,
        String proposedBy,
        Instant proposedAt,
        ProposalView.@Nullable DecisionView decision) {

    static ReopeningView of(ReopeningProposal proposal) {
        return new ReopeningView(
                proposal.id(),
                proposal.dossierId(),
                proposal.reason(),
                proposal.proposedBy().name(),
                proposal.proposedAt(),
                ProposalView.decision(proposal.decision(), null));
    }
}
