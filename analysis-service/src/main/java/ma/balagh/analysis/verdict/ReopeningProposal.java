package ma.balagh.analysis.verdict;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.AnalysisProblem;
import org.jspecify.annotations.Nullable;

/** One person's wish to withdraw a verdict, on which another one decides. */
@Entity
class ReopeningProposal {

    @Id
    @Column(name = "reopening_id")
    private UUID id;

    private UUID dossierId;
    private UUID verdictId;
    private String reason;

    @AttributeOverride(name = "id", column = @Column(name = "proposed_by"))
    @AttributeOverride(name = "name", column = @Column(name = "proposed_by_name"))
    private ResponsiblePerson proposedBy;

    private Instant proposedAt;
    private Proposal.@Nullable Decision decision;

    protected ReopeningProposal() {}

    static ReopeningProposal make(
            UUID id, UUID dossierId, UUID verdictId, String reason, ResponsiblePerson by, Instant at) {
        var proposal = new ReopeningProposal();
        proposal.id = id;
        proposal.dossierId = dossierId;
        proposal.verdictId = verdictId;
        proposal.reason = reason;
        proposal.proposedBy = by;
        proposal.proposedAt = at;
        return proposal;
    }

    /** The four-eyes rule; {@code reopening_proposal_four_eyes_check} says it again in the database. */
    void decide(Proposal.Decision made) {
        if (made.by().id().equals(proposedBy.id())) {
            throw AnalysisProblem.FOUR_EYES.because("you proposed to reopen it, so somebody else has to decide");
        }
        if (decision != null) {
            throw AnalysisProblem.ALREADY_DECIDED.because(
                    "%s chose %s before".formatted(decision.by().name(), decision.choice()));
        }
        decision = made;
    }

    UUID id() {
        return id;
    }

    UUID dossierId() {
        return dossierId;
    }

    /** The verdict that is to be withdrawn. */
    UUID verdictId() {
        return verdictId;
    }

    String reason() {
        return reason;
    }

    ResponsiblePerson proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    /** Null while it waits. */
    Proposal.@Nullable Decision decision() {
        return decision;
    }
}
