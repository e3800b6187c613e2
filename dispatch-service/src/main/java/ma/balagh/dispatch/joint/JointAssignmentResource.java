package ma.balagh.dispatch.joint;

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

/** The proposal for all incidents that wait, over REST. */
@Tag(name = "Incidents")
@Path("/api/v1/incidents/joint-assignment")
@Produces(MediaType.APPLICATION_JSON)
class JointAssignmentResource {

    private final JointAssignmentService service;

    JointAssignmentResource(JointAssignmentService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER})
    @Operation(
            summary = "Which unit for each incident that waits, all at once, beside one after the other",
            description = "A proposal, which changes nothing: people assign. The assignment of least weighted response"
                    + " time is exact; a reserve of idle units is kept in each territory.")
    public JointAssignmentView propose(
            @QueryParam("jurisdiction")
                    @Size(max = Jurisdictions.LONGEST)
                    @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
                    @Nullable
                    String jurisdiction) {
        return service.propose(jurisdiction);
    }
}
