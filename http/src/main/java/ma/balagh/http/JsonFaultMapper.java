package ma.balagh.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Describes what is wrong with a JSON body in the client's terms: its fields, not our classes. */
final class JsonFaultMapper {

    static final String BODY = "body";

    private JsonFaultMapper() {}

    static ProblemException problem(JacksonException fault) {
        String field = fault instanceof JsonMappingException mapping ? path(mapping) : BODY;
        if (fault.getCause() instanceof ProblemException own) {
            return own.violations().isEmpty() ? own : nested(field, own);
        }
        return CommonProblem.invalid(violation(field, fault));
    }

    private static Violation violation(String field, JacksonException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException _ -> new Violation(field, ViolationCode.UNKNOWN_FIELD, "unknown field");
            case InvalidNullException _ -> Violation.required(field, "must not be null");
            case MismatchedInputException mismatch
            when isEnum(mismatch.getTargetType()) -> Violation.notOneOf(field, mismatch.getTargetType());
            case JsonMappingException outer
            when outer.getCause() instanceof JacksonException inner -> violation(field, inner);
            default -> Violation.malformed(field, message(fault));
        };
    }

    private static boolean isEnum(@Nullable Class<?> type) {
        return type != null && type.isEnum();
    }

    private static String message(JacksonException fault) {
        return switch (fault) {
            case ValueInstantiationException refused ->
                refused.getCause() instanceof IllegalArgumentException own && own.getMessage() != null
                        ? own.getMessage()
                        : "is not valid";
            case TextDeserializer.NoText refused -> refused.getOriginalMessage();
            case MismatchedInputException more
            when more.getOriginalMessage().startsWith("Trailing token") -> "must end after its first value";
            case MismatchedInputException mismatch -> "must be " + expected(mismatch.getTargetType());
            case JsonMappingException _ -> "is not valid";
            case StreamConstraintsException _ -> "nests too deep, or has a number or a name that is too long";
            case InputCoercionException outOfRange -> "must be " + expected(outOfRange.getTargetType());
            default -> "is not valid JSON" + where(fault.getLocation());
        };
    }

    /** What a record refused in its own constructor, with its fields seen from the root of the body. */
    private static ProblemException nested(String parent, ProblemException own) {
        if (parent.equals(BODY)) {
            return own;
        }
        List<Violation> violations =
                own.violations().stream().map(violation -> violation.in(parent)).toList();
        return own.type().because(own.detail(), violations);
    }

    private static String path(JsonMappingException fault) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? BODY : path.toString();
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == Instant.class) {
            return InstantJsonMapper.EXPECTED;
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (isWhole(type)) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "a valid value";
    }

    private static boolean isWhole(Class<?> type) {
        return List.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class)
                .contains(type);
    }

    private static String where(@Nullable JsonLocation location) {
        return location == null ? "" : ": line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
