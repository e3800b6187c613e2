package ma.balagh.dispatch.unit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Units over REST: dispatchers see those of their territory, a field unit itself. */
@Tag(name = "Units")
@Path("/api/v1/units")
@Produces(MediaType.APPLICATION_JSON)
class UnitResource {

    private final UnitService units;
    private final UnitRepository repository;
    private final CrewUnitService crews;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyService keys;

    UnitResource(
            UnitService units,
            UnitRepository repository,
            CrewUnitService crews,
            Caller caller,
            Preconditions preconditions,
            IdempotencyService keys) {
        this.units = units;
        this.repository = repository;
        this.crews = crews;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    @GET
    @RolesAllowed({Roles.DISPATCHER, Roles.FIELD_UNIT})
    @Operation(summary = "Units, newest first; a field unit gets itself")
    public Page<UnitView> list(@QueryParam("status") @Nullable UnitStatus status, @BeanParam PageRequest page) {
        var found = repository.list(status, restriction().unitId(), page);
        return units.views(Page.of(found, page, Unit::id));
    }

    @POST
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(summary = "Enlist a unit")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    @APIResponse(responseCode = "409", description = "Taken")
    public RestResponse<UnitView> enlist(@Valid @NotNull UnitDescription description) {
        requireOwnTerritory(description);
        return keys.once(description, () -> {
            var unit = units.enlist(description);
            return ResponseBuilder.<UnitView>created(URI.create("/api/v1/units/" + unit.id()))
                    .tag(Preconditions.tag(unit.version()))
                    .entity(units.view(unit))
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.DISPATCHER, Roles.FIELD_UNIT})
    @Operation(summary = "One unit")
    // Never a 304: its position, its hindrances and its rest change without its version.
    public RestResponse<UnitView> show(UUID id) {
        var restriction = restriction();
        return answer(repository
                .findByIdOptional(id)
                .filter(unit -> restriction.allows(unit.id()))
                .orElseThrow(() -> CommonProblem.notFound("the unit")));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(summary = "Describe a unit anew")
    public RestResponse<UnitView> describe(UUID id, @Valid @NotNull UnitDescription description) {
        requireOwnTerritory(description);
        return answer(units.describe(id, description, this::requireMatch));
    }

    @PUT
    @Path("/{id}/status")
    @RolesAllowed({Roles.DISPATCHER, Roles.FIELD_UNIT})
    @Operation(summary = "Make a unit available, busy or off duty; 409 while an assignment decides")
    public RestResponse<UnitView> report(UUID id, @Valid @NotNull StatusReport report) {
        var restriction = restriction();
        return answer(units.report(id, report.status(), report.reason(), unit -> {
            if (!restriction.allows(unit.id())) {
                throw CommonProblem.notFound("the unit");
            }
            requireMatch(unit);
        }));
    }

    private RestResponse<UnitView> answer(Unit unit) {
        return ResponseBuilder.ok(units.view(unit))
                .tag(Preconditions.tag(unit.version()))
                .build();
    }

    private UnitRestriction restriction() {
        return crews.restriction(caller, Roles.DISPATCHER);
    }

    private void requireMatch(Unit unit) {
        preconditions.requireMatch(Preconditions.tag(unit.version()));
    }

    private void requireOwnTerritory(UnitDescription description) {
        if (!caller.jurisdictions().covers(description.jurisdiction())) {
            throw CommonProblem.invalid(
                    new Violation("jurisdiction", ViolationCode.NOT_YOUR_JURISDICTION, "must be one of your own"));
        }
    }

    /** @param reason why it is busy, and nothing for any other status */
    record StatusReport(
            @NotNull UnitStatus status, @Nullable BusyReason reason) {}
}
