package ma.balagh.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Says where a thing is by its path alone, which RFC 9110 (section 10.2.2) allows. JAX-RS would put the request's Host in
 * front of it, and so whatever the caller wrote there. A redirect leads where its resource says.
 */
@Provider
class LocationFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        Object location = headers.getFirst(HttpHeaders.LOCATION);
        if (location != null && response.getStatusInfo().getFamily() != Family.REDIRECTION) {
            headers.putSingle(HttpHeaders.LOCATION, path(URI.create(location.toString())));
        }
    }

    private static String path(URI location) {
        return location.getRawQuery() == null
                ? location.getRawPath()
                : location.getRawPath() + "?" + location.getRawQuery();
    }
}
