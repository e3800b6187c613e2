package ma.balagh.intake.upload;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Locale;
import java.util.Set;
import ma.balagh.intake.IntakeProblem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What tus 1.0.0 requires of every request and response, errors included. */
class TusProtocolFilter {

    static final String VERSION = "1.0.0";
    static final String TUS_VERSION = "Tus-Version";

    private static final String TUS_RESUMABLE = "Tus-Resumable";
    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";
    private static final int PRECONDITION_FAILED = 412;
    // GET is not of the protocol, and OPTIONS asks for the version.
    private static final Set<String> VERSIONED =
            Set.of(HttpMethod.POST, HttpMethod.HEAD, HttpMethod.PATCH, HttpMethod.DELETE);

    /** Some networks let nothing but GET and POST pass. */
    @ServerRequestFilter(preMatching = true)
    void override(ContainerRequestContext request) {
        String method = request.getHeaderString(METHOD_OVERRIDE);
        if (method != null && isTus(request)) {
            request.setMethod(method.strip().toUpperCase(Locale.ROOT));
        }
    }

    @ServerRequestFilter
    void requireVersion(ContainerRequestContext request) {
        if (isTus(request)
                && VERSIONED.contains(request.getMethod())
                && !VERSION.equals(request.getHeaderString(TUS_RESUMABLE))) {
            throw IntakeProblem.TUS_VERSION.because("send " + TUS_RESUMABLE + ": " + VERSION);
        }
    }

    @ServerResponseFilter
    void sayVersion(ContainerRequestContext request, ContainerResponseContext response) {
        if (!isTus(request)) {
            return;
        }
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            response.getHeaders().putSingle(TUS_RESUMABLE, VERSION);
        }
        if (response.getStatus() == PRECONDITION_FAILED) {
            response.getHeaders().putSingle(TUS_VERSION, VERSION);
        }
    }

    private static boolean isTus(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.equals(UploadResource.PATH) || path.startsWith(UploadResource.PATH + "/");
    }
}
