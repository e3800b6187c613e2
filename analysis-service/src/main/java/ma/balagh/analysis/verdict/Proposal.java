package ma.balagh.analysis.verdict;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.AnalysisProblem;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** A verdict that one person proposes and another one decides on. */
@Entity
@Table(name = "verdict_proposal")
class Proposal {

    /** What a second person may choose. */
    enum Choice {
        CONFIRM,
        REFUSE
    }

    /** The second person's word, which is final. */
    @Embeddable
    record Decision(
            @Enumerated(EnumType.STRING) @Column(name = "decision")
            Choice choice,

            @Column(name = "decision_reason") String reason,

            @AttributeOverride(name = "id", column = @Column(name = "decided_by"))
            @AttributeOverride(name = "name", column = @Column(name = "decided_by_name"))
            ResponsiblePerson by,

            @Column(name = "decided_at") Instant at) {}

    @Id
    @Column(name = "proposal_id")
    private UUID id;

    private UUID dossierId;
    private Assessment assessment;

    @AttributeOverride(name = "id", column = @Column(name = "proposed_by"))
    @AttributeOverride(name = "name", column = @Column(name = "proposed_by_name"))
    private ResponsiblePerson proposedBy;

    private Instant proposedAt;
    private @Nullable Decision decision;
    private @Nullable Boolean evidenceOpened;

    @Formula("""
            (select dossier_act.at
             from verdict join dossier_act on dossier_act.verdict_id = verdict.verdict_id
             where verdict.proposal_id = proposal_id)
            """)
    private @Nullable Instant withdrawnAt;

    protected Proposal() {}

    static Proposal make(UUID id, UUID dossierId, Assessment assessment, ResponsiblePerson by, Instant at) {
        var proposal = new Proposal();
        proposal.id = id;
        proposal.dossierId = dossierId;
        proposal.assessment = assessment;
        proposal.proposedBy = by;
        proposal.proposedAt = at;
        return proposal;
    }

    /**
     * The four-eyes rule: whoever proposed does not decide, neither way. The only place of the domain that says so;
     * {@code verdict_proposal_four_eyes_check} says it again for whatever reaches the database by another way.
     *
     * @param opened see {@link #evidenceOpened}
     */
    void decide(Decision made, @Nullable Boolean opened) {
        if (made.by().id().equals(proposedBy.id())) {
            throw AnalysisProblem.FOUR_EYES.because("you proposed this verdict, so somebody else has to decide on it");
        }
        if (decision != null) {
            throw AnalysisProblem.ALREADY_DECIDED.because(
                    "%s chose %s before".formatted(decision.by().name(), decision.choice()));
        }
        decision = made;
        evidenceOpened = opened;
    }

    UUID id() {
        return id;
    }

    UUID dossierId() {
        return dossierId;
    }

    Assessment assessment() {
        return assessment;
    }

    ResponsiblePerson proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    /** Null while it waits. */
    @Nullable
    Decision decision() {
        return decision;
    }

    /**
     * Whether the second person had opened the dossier's evidence before; null where there was none, or where nobody noted
     * it.
     */
    @Nullable
    Boolean evidenceOpened() {
        return evidenceOpened;
    }

    /** When the verdict that it became was withdrawn; null while it stands, or has never been one. */
    @Nullable
    Instant withdrawnAt() {
        return withdrawnAt;
    }
}
