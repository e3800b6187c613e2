package ma.balagh.intake.retention;

import java.util.Optional;
import ma.balagh.http.VisibleText;
import org.jspecify.annotations.Nullable;

/** Parses the reason that a caller has to give. */
final class StatedReasonParser {

    static final int MAX = 1_000;

    private StatedReasonParser() {}

    /** Empty where it says nothing, or too much. */
    static Optional<String> of(@Nullable String told) {
        return Optional.ofNullable(told)
                .map(String::strip)
                .filter(reason -> VisibleText.hasWords(reason) && reason.codePointCount(0, reason.length()) <= MAX);
    }
}
