package ma.balagh.intake.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.intake.AnswerKind;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter is told.
 *
 * @param outcome how the intervention ended; only, and always, with {@link AnswerKind#RESOLVED}
 * @param at when the thing that is told happened
 */
@Embeddable
public record Answer(
        @Enumerated(EnumType.STRING) @Column(name = "answer_kind")
        AnswerKind kind,

        @Enumerated(EnumType.STRING) @Column(name = "answer_outcome") @Nullable
        OutcomeKind outcome,

        @Column(name = "answered_at") Instant at) {

    public Answer {
        if ((kind == AnswerKind.RESOLVED) != (outcome != null)) {
            throw new IllegalArgumentException("an outcome belongs to RESOLVED and to nothing else");
        }
    }
}
