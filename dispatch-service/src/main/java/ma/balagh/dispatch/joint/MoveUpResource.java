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
import ma.balagh.http.Page;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Move-ups over REST. */
@Tag(name = "Units")
@Path("/api/v1/units/move-ups")
@Produces(MediaType.APPLICATION_JSON)
class MoveUpResource {

    private final MoveUpService service;
    private final Caller caller;

    MoveUpResource(MoveUpService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER})
    @Operation(
            summary = "Which idle unit should cover a gap, best first, with the coverage before and after",
            description = "A proposal, which changes nothing. Empty where too few incidents are known.")
    public Page<MoveUpView> propose(
            @QueryParam("jurisdiction")
                    @Size(max = Jurisdictions.LONGEST)
                    @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
                    @Nullable
                    String jurisdiction) {
        return new Page<>(service.propose(jurisdiction, caller.jurisdictions()), null);
    }
}
