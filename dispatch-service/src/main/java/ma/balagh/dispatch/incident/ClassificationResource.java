package ma.balagh.dispatch.incident;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.http.Caller;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What an incident is about and how much it asks for, over REST. */
@Tag(name = "Incidents")
@Path("/api/v1/incidents/{id}/classification")
@Produces(MediaType.APPLICATION_JSON)
class ClassificationResource {

    private final IncidentService incidents;
    private final IncidentQueryService reader;
    private final Caller caller;
    private final Preconditions preconditions;

    ClassificationResource(
            IncidentService incidents, IncidentQueryService reader, Caller caller, Preconditions preconditions) {
        this.incidents = incidents;
        this.reader = reader;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    @PUT
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(summary = "Say its type and its alarm level, which choose the run card; 409 once it is over")
    public RestResponse<IncidentView> classify(UUID id, @Valid @NotNull IncidentClassification command) {
        var incident = incidents.classify(
                id, command, caller.name(), read -> preconditions.requireMatch(Preconditions.tag(read.version())));
        return ResponseBuilder.ok(reader.view(incident, UnitRestriction.NONE))
                .tag(Preconditions.tag(incident.version()))
                .build();
    }
}
