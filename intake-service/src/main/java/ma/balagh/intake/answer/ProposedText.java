package ma.balagh.intake.answer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import ma.balagh.intake.IntakeProblem;
import org.jspecify.annotations.Nullable;

/** A text that somebody proposed, and what another person decided on it. */
@Entity
@Table(name = "answer_text_proposal")
class ProposedText {

    @Id
    @Column(name = "proposal_id")
    private UUID id;

    @Column(name = "key")
    private String textKey;

    private int baseVersion;
    private AnswerText text;
    private Instant proposedAt;
    private String proposedBy;

    @Column(name = "subject")
    private String proposerSubject;

    @Enumerated(EnumType.STRING)
    private TextProposal.@Nullable Choice decision;

    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;
    private @Nullable String deciderSubject;

    protected ProposedText() {}

    /** @param base the version that it would follow */
    static ProposedText propose(TextVersion base, AnswerText text, Caller by, Instant at) {
        var proposed = new ProposedText();
        proposed.id = IdGenerator.next();
        proposed.textKey = base.key();
        proposed.baseVersion = base.version();
        proposed.text = text;
        proposed.proposedAt = at;
        proposed.proposedBy = by.name();
        proposed.proposerSubject = by.id();
        return proposed;
    }

    /** Its author may only refuse it. */
    void decide(TextProposal.Choice choice, Caller by, Instant at) {
        if (decision != null) {
            throw IntakeProblem.ALREADY_DECIDED.because("read the text again");
        }
        if (choice == TextProposal.Choice.CONFIRM && proposerSubject.equals(by.id())) {
            throw IntakeProblem.FOUR_EYES.because("you proposed this text, so somebody else has to confirm it");
        }
        decision = choice;
        decidedAt = at;
        decidedBy = by.name();
        deciderSubject = by.id();
    }

    /** As everybody may read it. */
    TextProposal view() {
        return new TextProposal(id, textKey, baseVersion, text, proposedAt, proposedBy);
    }

    /** Who proposed it, as the token's subject. */
    String proposerSubject() {
        return proposerSubject;
    }
}
