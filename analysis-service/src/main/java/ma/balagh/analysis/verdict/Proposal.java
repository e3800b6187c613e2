package ma.balagh.analysis.verdict;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.AnalysisProblem;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that one person proposes and another one decides on.
 *
 * @param decision null while it waits
 * @param withdrawnAt when the verdict that it became was withdrawn; null while it stands, or has never been one
 */
record Proposal(
        UUID id,
        UUID dossierId,
        Assessment assessment,
        Person proposedBy,
        Instant proposedAt,
        @Nullable Decision decision,
        @Nullable Instant withdrawnAt) {

    /** What a second person may choose. */
    enum Choice {
        CONFIRM,
        REFUSE
    }

    /**
     * The second person's word, which is final.
     *
     * @param evidenceOpened whether that person had opened the dossier's evidence before; null where there was none, or
     *     where nobody noted it
     */
    record Decision(
            Choice choice,
            String reason,
            Person by,
            Instant at,
            @Nullable Boolean evidenceOpened) {}

    Proposal assessedAs(Assessment other) {
        return new Proposal(id, dossierId, other, proposedBy, proposedAt, decision, withdrawnAt);
    }

    /**
     * The four-eyes rule: whoever proposed does not decide, neither way. The only place of the domain that says so;
     * {@code verdict_proposal_four_eyes_check} says it again for whatever reaches the database by another way.
     */
    Proposal decide(Decision made) {
        if (made.by().id().equals(proposedBy.id())) {
            throw AnalysisProblem.FOUR_EYES.because("you proposed this verdict, so somebody else has to decide on it");
        }
        if (decision != null) {
            throw AnalysisProblem.ALREADY_DECIDED.because(
                    "%s chose %s before".formatted(decision.by().name(), decision.choice()));
        }
        return new Proposal(id, dossierId, assessment, proposedBy, proposedAt, made, null);
    }
}
