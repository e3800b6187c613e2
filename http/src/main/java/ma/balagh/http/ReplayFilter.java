package ma.balagh.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Sends the stored JSON of an earlier answer as it is: nothing has to read it back into a view. */
@Provider
class ReplayFilter implements ContainerResponseFilter {

    private final IdempotencyService keys;

    ReplayFilter(IdempotencyService keys) {
        this.keys = keys;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String body = keys.replayedBody();
        if (body != null && !response.hasEntity()) {
            response.setEntity(body, null, MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
