package ma.balagh.analysis.verdict;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.AnalysisProblem;
import org.jspecify.annotations.Nullable;

/**
 * One person's wish to withdraw a verdict, on which another one decides.
 *
 * @param verdictId the verdict that is to be withdrawn
 * @param decision null while it waits
 */
record ReopeningProposal(
        UUID id,
        UUID dossierId,
        UUID verdictId,
        String reason,
        Person proposedBy,
        Instant proposedAt,
        Proposal.@Nullable Decision decision) {

    /** The four-eyes rule; {@code reopening_proposal_four_eyes_check} says it again in the database. */
    ReopeningProposal decide(Proposal.Decision made) {
        if (made.by().id().equals(proposedBy.id())) {
            throw AnalysisProblem.FOUR_EYES.because("you proposed to reopen it, so somebody else has to decide");
        }
        if (decision != null) {
            throw AnalysisProblem.ALREADY_DECIDED.because(
                    "%s chose %s before".formatted(decision.by().name(), decision.choice()));
        }
        return new ReopeningProposal(id, dossierId, verdictId, reason, proposedBy, proposedAt, made);
    }
}
