package ma.balagh.dispatch.rights;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.dispatch.incident.ArrestDuty;
import ma.balagh.http.Caller;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The rights of arrested people over REST: whoever is with them tells, and what is missing is seen by all. */
@Tag(name = "Rights at arrest")
@Path("/api/v1/incidents/{id}/rights")
@Produces(MediaType.APPLICATION_JSON)
class RightsResource {

    private final RightsService rights;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyService keys;

    RightsResource(RightsService rights, Caller caller, Preconditions preconditions, IdempotencyService keys) {
        this.rights = rights;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    @GET
    @RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER, Roles.JUDICIAL_OFFICER, Roles.FIELD_UNIT})
    @Operation(summary = "Which duties of the law were done for whom, and which are missing")
    public RestResponse<RightsChecklist> show(UUID id) {
        var checklist = rights.show(id, caller);
        return preconditions.tagged(preconditions.tagOf(checklist), () -> checklist);
    }

    @POST
    @RolesAllowed({Roles.DISPATCHER, Roles.FIELD_UNIT})
    @Operation(summary = "Add an arrested person, who gets the next number")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(
            responseCode = "409",
            description = "No unit has been on the scene, it was cancelled, or its outcome says how many were arrested")
    public RestResponse<RightsChecklist> addPerson(UUID id, @Valid @NotNull AddPerson command) {
        return keys.once(
                command,
                () -> rights.show(id, caller),
                () -> RestResponse.ok(rights.addPerson(id, command.minor(), caller, this::requireMatch)));
    }

    @PUT
    @Path("/{person}")
    @RolesAllowed({Roles.DISPATCHER, Roles.FIELD_UNIT})
    @Operation(summary = "Tell whether an arrested person is a minor, or correct that; numbers the next one")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "No unit has been on the scene, or it was cancelled")
    public RestResponse<RightsChecklist> tellPerson(
            UUID id, @Min(1) @Max(1000) int person, @Valid @NotNull PersonReport report) {
        return changed(rights.tellPerson(id, person, report, caller, this::requireMatch));
    }

    @PUT
    @Path("/{person}/{duty}")
    @RolesAllowed({Roles.DISPATCHER, Roles.FIELD_UNIT})
    @Operation(summary = "Tell that a duty was done, or correct that")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "No unit has been on the scene, or the duty is for a minor")
    public RestResponse<RightsChecklist> tellDuty(
            UUID id, @Min(1) @Max(1000) int person, ArrestDuty duty, @Valid @NotNull DutyReport report) {
        return changed(rights.tellDuty(id, person, duty, report, caller, this::requireMatch));
    }

    private void requireMatch(RightsChecklist checklist) {
        preconditions.requireMatch(preconditions.tagOf(checklist));
    }

    private RestResponse<RightsChecklist> changed(RightsChecklist checklist) {
        return RestResponse.ResponseBuilder.ok(checklist)
                .tag(preconditions.tagOf(checklist))
                .build();
    }

    record AddPerson(@NotNull Boolean minor) {}
}
