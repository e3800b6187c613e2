package ma.balagh.intake.report;

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
public record Answer(AnswerKind kind, @Nullable OutcomeKind outcome, Instant at) {

    public Answer {
        if ((kind == AnswerKind.RESOLVED) != (outcome != null)) {
            throw new IllegalArgumentException("an outcome belongs to RESOLVED and to nothing else");
        }
    }
}
