package ma.balagh.intake.answer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text as it is or was.
 *
 * @param key the kind of ending that it tells of, such as {@code FALSE_REPORT} or {@code RESOLVED.ARRESTED}; of a known
 *     case, what became of it, such as {@code KNOWN_CASE.REFERRED}
 * @param version 0 as it came with the system, 1 for the first edited one
 * @param editedBy user name; null of version 0
 */
record TextVersion(
        String key,
        int version,
        AnswerText text,
        @Nullable Instant editedAt,
        @Nullable String editedBy) {

    static TextVersion builtIn(String key, AnswerText text) {
        return new TextVersion(key, 0, text, null, null);
    }
}
