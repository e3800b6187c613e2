package ma.balagh.dispatch.incident;

import java.time.Instant;
import ma.balagh.contracts.dispatch.OutcomeKind;
import org.jspecify.annotations.Nullable;

/**
 * An outcome, or a correction of one, as somebody stated it.
 *
 * @param reason why the statement before was wrong; absent from the first one, and from that after a reopening
 * @param at when it was stated
 * @param by user name of who stated it
 */
public record OutcomeStatement(
        OutcomeKind kind,
        int persons,
        @Nullable String note,
        OutcomeDetails details,
        @Nullable String reason,
        Instant at,
        String by) {}
