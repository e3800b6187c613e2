package ma.balagh.dispatch.incident;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.IdempotencyKeys;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Assignments over REST: for dispatchers and for the unit that was sent. */
@Tag(name = "Incidents")
@Path("/api/v1/assignments")
class AssignmentResource {

    private final Assignments assignments;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyKeys keys;

    AssignmentResource(Assignments assignments, Caller caller, Preconditions preconditions, IdempotencyKeys keys) {
        this.assignments = assignments;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.DISPATCHER, Roles.FIELD_UNIT})
    @Operation(summary = "One assignment")
    public AssignmentView show(UUID id) {
        return AssignmentView.of(assignments.find(id, scope()));
    }

    /** An {@code If-Match} is held against the incident's tag: an assignment has none of its own. */
    @POST
    @Path("/{id}/progress")
    @RolesAllowed({Roles.DISPATCHER, Roles.FIELD_UNIT})
    @Operation(summary = "Tell how far the unit is; 409 out of order")
    public RestResponse<AssignmentView> progress(UUID id, @Valid @NotNull ProgressReport report) {
        return keys.once(report, () -> {
            var assignment = assignments.progress(
                    id,
                    report,
                    scope(),
                    caller.name(),
                    incident -> preconditions.requireMatch(Preconditions.tag(incident.version())));
            return RestResponse.ok(AssignmentView.of(assignment));
        });
    }

    private Scope scope() {
        return Scope.of(caller, Roles.DISPATCHER);
    }
}
