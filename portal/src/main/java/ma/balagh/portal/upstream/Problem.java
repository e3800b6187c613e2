package ma.balagh.portal.upstream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service answered instead of what was asked for (RFC 9457).
 *
 * @param type {@code /problems/<slug>}
 * @param title what kind of problem, in English
 * @param detail what is wrong in this case, in English
 * @param violations which field, and why
 */
public record Problem(
        @Nullable String type,
        @Nullable String title,
        @Nullable String detail,
        List<Violation> violations) {

    /** One field that was not accepted. */
    public record Violation(
            @Nullable String field, @Nullable String message) {}

    /** The last part of the type, or nothing. */
    String slug() {
        return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
    }
}
