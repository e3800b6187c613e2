package ma.balagh.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers a malformed query parameter with a 400 that names it; JAX-RS would answer 404 as for a malformed path. */
@Provider
public class QueryParameterConverterProvider implements ParamConverterProvider {

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            UUID.class, new Kind(UUID::fromString, "a UUID"),
            Instant.class, new Kind(InstantJsonMapper::parse, InstantJsonMapper.EXPECTED),
            Integer.class, new Kind(Integer::valueOf, "a whole number"),
            Long.class, new Kind(Long::valueOf, "a whole number"),
            Boolean.class, new Kind(QueryParameterConverterProvider::truth, "true or false"),
            // RESTEasy hands over 0 for a primitive that is absent.
            boolean.class, new Kind(text -> !text.equals("0") && truth(text), "true or false"),
            Double.class, new Kind(QueryParameterConverterProvider::finite, "a number"));

    private static final int LONGEST_NUMBER = 100;

    private record Kind(Function<String, Object> parser, Function<String, Violation> violation) {

        Kind(Function<String, Object> parser, String expected) {
            this(parser, name -> Violation.malformed(name, "must be " + expected));
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> rawType, Type genericType, Annotation @Nullable [] annotations) {
        String name = queryParameter(annotations);
        Kind kind = rawType.isEnum() ? enumKind(rawType) : KINDS.get(rawType);
        if (name == null || kind == null) {
            return null;
        }
        return (ParamConverter<T>) new Converter(name, kind);
    }

    private static @Nullable String queryParameter(Annotation @Nullable [] annotations) {
        if (annotations == null) {
            return null;
        }
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .orElse(null);
    }

    private static Kind enumKind(Class<?> type) {
        return new Kind(
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> ((Enum<?>) constant).name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such constant")),
                name -> Violation.notOneOf(name, type));
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        };
    }

    private static Double finite(String text) {
        double number = text.length() > LONGEST_NUMBER ? Double.NaN : Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException("not finite");
        }
        return number;
    }

    private record Converter(String name, Kind kind) implements ParamConverter<Object> {

        @Override
        public @Nullable Object fromString(@Nullable String value) {
            if (value == null) {
                return null;
            }
            try {
                return kind.parser().apply(value);
            } catch (IllegalArgumentException | DateTimeException malformed) {
                throw CommonProblem.invalid(kind.violation().apply(name));
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }
}
