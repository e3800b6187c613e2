package ma.balagh.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;

/**
 * Refuses U+0000 in parameters, which the database takes in no text. Last of the filters: what hides from the caller
 * answers first.
 */
@Provider
@Priority(Priorities.USER + 1000)
class NulFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (hasNul(request.getUriInfo().getPath())) {
            throw CommonProblem.notFound("the resource");
        }
        refuse(request.getUriInfo().getQueryParameters());
        refuse(request.getHeaders());
    }

    private static void refuse(MultivaluedMap<String, String> parameters) {
        List<Violation> violations = parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue().stream().anyMatch(NulFilter::hasNul))
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> new Violation(name, "must not contain U+0000"))
                .toList();
        if (!violations.isEmpty()) {
            throw CommonProblem.invalid(violations);
        }
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
