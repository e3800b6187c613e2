package ma.balagh.dispatch.joint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.http.Caller;
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
    private final Caller caller;

    JointAssignmentResource(JointAssignmentService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER})
    @Operation(
            summary = "Which units for all incidents that wait, all at once, beside one after the other",
            description =
                    "A proposal, which changes nothing: people assign. Each place of a run card that is open still"
                            + " gets a unit of the kind and with the skills that it asks for, also one that helps out. The"
                            + " assignment of least weighted response time is exact; a reserve of idle units is kept in each"
                            + " territory.")
    public JointAssignmentView propose(
            @QueryParam("jurisdiction")
                    @Size(max = Jurisdictions.LONGEST)
                    @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
                    @Nullable
                    String jurisdiction) {
        return service.propose(jurisdiction, caller.jurisdictions());
    }
}
