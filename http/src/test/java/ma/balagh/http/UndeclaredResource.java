package ma.balagh.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Forgets to say who may call it. */
@Path("/api/v1/undeclared")
@Produces(MediaType.TEXT_PLAIN)
public class UndeclaredResource {

    @GET
    public String get() {
        return "for nobody";
    }
}
