package ma.balagh.http;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Names what Bean Validation refuses by its JSON path: {@code claim.latitude}, not {@code file.command.claim.latitude}. */
final class Constraints {

    private Constraints() {}

    /** Empty when the request is not to blame: a bean of ours, or an answer, was not valid. */
    static Optional<List<Violation>> violations(ConstraintViolationException e) {
        boolean ofRequest = e instanceof ResteasyReactiveViolationException
                && e.getConstraintViolations().stream().noneMatch(Constraints::isOfAnswer);
        if (!ofRequest) {
            return Optional.empty();
        }
        return Optional.of(e.getConstraintViolations().stream()
                .map(violation -> new Violation(field(violation.getPropertyPath()), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList());
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
        String parameter = JsonFaults.BODY;
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
