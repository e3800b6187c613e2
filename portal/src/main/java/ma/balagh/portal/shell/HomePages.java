package ma.balagh.portal.shell;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The front door: the login, then one's own desk. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class HomePages {

    private final Viewer viewer;

    HomePages(Viewer viewer) {
        this.viewer = viewer;
    }

    @GET
    @Authenticated
    public Response home() {
        NavigationSection desk = viewer.ownDesk().orElseThrow(ForbiddenException::new);
        return Response.seeOther(URI.create(desk.path())).build();
    }

    /** Where the identity provider sends the browser back to; the session is there before this is reached. */
    @GET
    @Path("login")
    @Authenticated
    public Response login() {
        return home();
    }
}
