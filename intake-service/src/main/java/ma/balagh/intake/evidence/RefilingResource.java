package ma.balagh.intake.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Roles;

/** For internal affairs: who brings bytes that were judged as misconduct, and into which reports of others. */
@Path("/api/v1/evidence/refilings")
@Produces(MediaType.APPLICATION_JSON)
class RefilingResource {

    private final RefilingRepository repository;

    RefilingResource(RefilingRepository repository) {
        this.repository = repository;
    }

    /** Newest first. */
    @GET
    @RolesAllowed(Roles.INTERNAL_AFFAIRS)
    public Page<Refiling> list(@BeanParam PageRequest page) {
        return Page.of(repository.page(page), page, Refiling.Place::of);
    }
}
