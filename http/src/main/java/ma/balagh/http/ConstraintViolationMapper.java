package ma.balagh.http;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Maps violations of Bean Validation to JSON paths: claim.latitude, not file.command.claim.latitude. */
final class ConstraintViolationMapper {

    /** The most that one problem names: a list of thousands, each at fault, would make an answer of megabytes. */
    private static final int MOST = 100;

    private ConstraintViolationMapper() {}

    /** Empty when the request is not to blame: a bean of ours, or an answer, was not valid. */
    static Optional<List<Violation>> violations(ConstraintViolationException e) {
        boolean ofRequest = e instanceof ResteasyReactiveViolationException
                && e.getConstraintViolations().stream().noneMatch(ConstraintViolationMapper::isOfAnswer);
        if (!ofRequest) {
            return Optional.empty();
        }
        return Optional.of(e.getConstraintViolations().stream()
                .map(ConstraintViolationMapper::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .limit(MOST)
                .toList());
    }

    private static Violation violation(ConstraintViolation<?> refused) {
        String field = field(refused.getPropertyPath());
        String message = refused.getMessage();
        return switch (refused.getConstraintDescriptor().getAnnotation()) {
            case NotNull _, NotBlank _, NotEmpty _ -> Violation.required(field, message);
            case Explanation explanation ->
                Objects.requireNonNull(
                        Explanation.Validator.violation(field, explanation.min(), (String) refused.getInvalidValue()));
            case Min least -> bounded(field, ViolationCode.TOO_SMALL, "min", Long.toString(least.value()), message);
            case Max most -> bounded(field, ViolationCode.TOO_LARGE, "max", Long.toString(most.value()), message);
            case DecimalMin least -> bounded(field, ViolationCode.TOO_SMALL, "min", least.value(), message);
            case DecimalMax most -> bounded(field, ViolationCode.TOO_LARGE, "max", most.value(), message);
            case Size size -> sized(field, size, refused.getInvalidValue(), message);
            case Pattern pattern when pattern.regexp().equals(Jurisdictions.CODE) -> Violation.notAJurisdiction(field);
            default -> Violation.malformed(field, message);
        };
    }

    private static Violation bounded(String field, ViolationCode code, String name, String bound, String message) {
        return new Violation(field, code, Map.of(name, new BigDecimal(bound)), message);
    }

    private static Violation sized(String field, Size size, Object value, String message) {
        boolean isText = value instanceof CharSequence;
        if (size.min() > 0) {
            var bounds = Map.<String, Object>of("min", size.min(), "max", size.max());
            return new Violation(
                    field, isText ? ViolationCode.WRONG_LENGTH : ViolationCode.OUT_OF_RANGE, bounds, message);
        }
        return new Violation(
                field, isText ? ViolationCode.TOO_LONG : ViolationCode.TOO_MANY, Map.of("max", size.max()), message);
    }

    private static boolean isOfAnswer(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String field(Path path) {
        StringBuilder field = new StringBuilder();
        String parameter = JsonFaultMapper.BODY;
        for (Path.Node node : path) {
            if (node.isInIterable()) {
                field.append('[')
                        .append(node.getKey() != null ? node.getKey() : node.getIndex())
                        .append(']');
            }
            switch (node.getKind()) {
                case PARAMETER -> parameter = node.getName();
                case PROPERTY -> field.append(field.isEmpty() ? "" : ".").append(node.getName());
                case BEAN, METHOD, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE, CONTAINER_ELEMENT -> {
                    // These have no name that a client could know.
                }
            }
        }
        return field.isEmpty() ? parameter : field.toString();
    }
}
