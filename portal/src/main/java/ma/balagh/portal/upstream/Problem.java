package ma.balagh.portal.upstream;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a service answered instead of what was asked for (RFC 9457).
 *
 * @param type {@code /problems/<slug>}
 * @param title what kind of problem, in English
 * @param detail what is wrong in this case, in English
 * @param violations which field, and why
 */
@RegisterForReflection // No method of a REST client returns it, from which a native image would know.
@TemplateData
public record Problem(
        @Nullable String type,
        @Nullable String title,
        @Nullable String detail,
        List<Violation> violations) {

    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    /** One field that was not accepted. */
    @RegisterForReflection
    @TemplateData
    public record Violation(
            @Nullable String field, @Nullable String message) {

        /** The field's own name, wherever in the body and whichever of a list it is. */
        public String name() {
            return field == null
                    ? ""
                    : INDEX.matcher(field.substring(field.lastIndexOf('.') + 1)).replaceAll("");
        }

        /** What the portal itself found is told without words: it could not be read. */
        public Fault fault() {
            return message == null ? Fault.UNREADABLE : Fault.of(message);
        }

        public String bound() {
            return message == null ? "" : fault().bound(message);
        }
    }

    /** The last part of the type, or nothing. */
    String slug() {
        return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
    }
}
