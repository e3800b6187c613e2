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
 * Refuses control characters in parameters: the database takes U+0000 in no text, and nobody searches for the others.
 * Last of the filters: what hides from the caller answers first.
 */
@Provider
@Priority(Priorities.USER + 1000)
class ControlCharacterFilter implements ContainerRequestFilter {

    private static final char DELETE = 0x7f;

    @Override
    public void filter(ContainerRequestContext request) {
        if (hasControlCharacter(request.getUriInfo().getPath())) {
            throw CommonProblem.notFound("the resource");
        }
        refuse(request.getUriInfo().getQueryParameters());
        refuse(request.getHeaders());
    }

    private static void refuse(MultivaluedMap<String, String> parameters) {
        List<Violation> violations = parameters.entrySet().stream()
                .filter(parameter ->
                        parameter.getValue().stream().anyMatch(ControlCharacterFilter::hasControlCharacter))
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> Violation.malformed(printable(name), "must not contain control characters"))
                .toList();
        if (!violations.isEmpty()) {
            throw CommonProblem.invalid(violations);
        }
    }

    /** Of a header each byte is one character, and bytes of UTF-8 look like those between U+0080 and U+009F. */
    private static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if ((character < ' ' && TextDeserializer.TAB_AND_LINE_BREAKS.indexOf(character) < 0)
                    || character == DELETE) {
                return true;
            }
        }
        return false;
    }

    private static String printable(String name) {
        return name.length() > 100 || hasControlCharacter(name) ? "parameter" : name;
    }
}
