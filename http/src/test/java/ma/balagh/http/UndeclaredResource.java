package ma.balagh.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Forgets to say who may call it. */
@Path("/api/v1/undeclared")
public class UndeclaredResource {

    @GET
    public String get() {
        return "for nobody";
    }
}
