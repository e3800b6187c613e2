package ma.balagh.platform.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The operations that a service publishes, so that a table of calls can be checked for a missing one. */
public final class OpenApiOperationReader {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    /** One operation: {@code GET /api/v1/units/{id}}. */
    private record Operation(String name, Pattern pattern) {

        static Operation of(String method, String path) {
            return new Operation(
                    method.toUpperCase(Locale.ROOT) + " " + path,
                    Pattern.compile(method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{\\w+}", "[^/]+")));
        }

        long parameters() {
            return name.chars().filter(sign -> sign == '{').count();
        }
    }

    private final List<Operation> operations;

    private OpenApiOperationReader(List<Operation> operations) {
        this.operations = operations;
    }

    /** @param document an OpenAPI document as JSON */
    public static OpenApiOperationReader of(String document) throws IOException {
        var found = new ArrayList<Operation>();
        new ObjectMapper()
                .readTree(document)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> found.add(Operation.of(operation.getKey(), path.getKey()))));
        found.sort(Comparator.comparing(Operation::parameters));
        return new OpenApiOperationReader(found);
    }

    /**
     * What none of the calls reaches.
     *
     * @param calls method and path without a query, with values in place of the parameters or not
     */
    public Set<String> without(Collection<String> calls) {
        var reached = calls.stream().map(this::reachedBy).collect(Collectors.toSet());
        return operations.stream()
                .map(Operation::name)
                .filter(name -> !reached.contains(name))
                .collect(Collectors.toSet());
    }

    /** A word in the path comes before a parameter, as when the service routes the call. */
    private String reachedBy(String call) {
        return operations.stream()
                .filter(operation -> operation.pattern().matcher(call).matches())
                .findFirst()
                .map(Operation::name)
                .orElseThrow(() -> new AssertionError("the service publishes no " + call));
    }
}
