package ma.balagh.dispatch.backlog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What waits for whom, over REST. */
@Tag(name = "Statistics")
@Path("/api/v1/statistics/backlog")
@Produces(MediaType.APPLICATION_JSON)
class OperationalBacklogResource {

    private final OperationalBacklogService backlog;

    OperationalBacklogResource(OperationalBacklogService backlog) {
        this.backlog = backlog;
    }

    @GET
    @RolesAllowed(Roles.COMMANDER)
    @Operation(
            summary = "What waits at this moment: incidents by stage, missing rights, what is to approve",
            description = "How many, how many past their target, and since when the oldest waits.")
    public OperationalBacklog show(
            @QueryParam("jurisdiction")
                    @Size(max = Jurisdictions.LONGEST)
                    @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
                    @Nullable
                    String jurisdiction) {
        return backlog.backlog(jurisdiction);
    }
}
