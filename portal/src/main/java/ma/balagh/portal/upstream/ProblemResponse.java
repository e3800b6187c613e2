package ma.balagh.portal.upstream;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
public record ProblemResponse(
        @Nullable String type,
        @Nullable String title,
        @Nullable String detail,
        List<Violation> violations) {

    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    /**
     * One field that was not accepted.
     *
     * @param code which {@link FieldFault} it is
     * @param params the bounds that it speaks of
     * @param message what is wrong, in English
     */
    @RegisterForReflection
    @TemplateData
    public record Violation(
            @Nullable String field,
            @Nullable String code,
            @Nullable Map<String, String> params,
            @Nullable String message) {

        /** What the portal itself found: it could not be read. */
        public static Violation malformed(String field) {
            return new Violation(field, FieldFault.MALFORMED.name(), null, null);
        }

        /** The field's own name, wherever in the body and whichever of a list it is. */
        public String name() {
            return field == null
                    ? ""
                    : INDEX.matcher(field.substring(field.lastIndexOf('.') + 1)).replaceAll("");
        }

        public FieldFault fault() {
            return FieldFault.of(code);
        }

        /** The plan that has the unit; null where nothing is said of one. */
        public @Nullable TakenUnit takenUnit() {
            if (params == null) {
                return null;
            }
            String unit = params.get("unit");
            String plan = params.get("plan");
            String from = params.get("from");
            String to = params.get("to");
            return unit == null || plan == null || from == null || to == null
                    ? null
                    : new TakenUnit(unit, UUID.fromString(plan), Instant.parse(from), Instant.parse(to));
        }

        /** The bounds, if there are any. */
        public String bound() {
            return params == null
                    ? ""
                    : Stream.of("min", "max", "allowed")
                            .map(params::get)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" … "));
        }
    }

    /** A unit that another plan has in that time. */
    @TemplateData
    public record TakenUnit(String callSign, UUID planId, Instant from, Instant to) {}

    /** The last part of the type, or nothing. */
    String slug() {
        return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
    }
}
