package ma.balagh.intake.retention;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why somebody does what others may ask about. */
final class Reason {

    private static final int MAX = 1_000;

    static final String RULE = "must have 1 to %d characters".formatted(MAX);

    private Reason() {}

    /** Empty where it says nothing, or too much. */
    static Optional<String> of(@Nullable String told) {
        return Optional.ofNullable(told)
                .map(String::strip)
                .filter(reason -> !reason.isEmpty() && reason.codePointCount(0, reason.length()) <= MAX);
    }
}
