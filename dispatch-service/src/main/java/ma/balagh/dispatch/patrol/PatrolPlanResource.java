package ma.balagh.dispatch.patrol;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Patrol plans over REST. */
@Tag(name = "Patrol plans")
@Path("/api/v1/patrol-plans")
@Produces(MediaType.APPLICATION_JSON)
class PatrolPlanResource {

    private final PatrolPlanService plans;
    private final PatrolPlanRepository repository;
    private final CrewVisitService crews;
    private final PatrolEffectService effects;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyService keys;

    PatrolPlanResource(
            PatrolPlanService plans,
            PatrolPlanRepository repository,
            CrewVisitService crews,
            PatrolEffectService effects,
            Caller caller,
            Preconditions preconditions,
            IdempotencyService keys) {
        this.plans = plans;
        this.repository = repository;
        this.crews = crews;
        this.effects = effects;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    @GET
    @RolesAllowed({Roles.COMMANDER, Roles.DISPATCHER})
    @Operation(
            summary = "Patrol plans, newest first",
            description = "With from, to or both only those of which some part lies after and before.")
    public Page<PatrolPlanSummary> list(
            @QueryParam("state") @Nullable PatrolPlanState state,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @BeanParam PageRequest page) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw CommonProblem.invalid(Violation.tooEarly("to", "must lie after from"));
        }
        return Page.of(repository.list(state, from, to, page), page, PatrolPlan::id)
                .map(PatrolPlanSummary::of);
    }

    @POST
    @RolesAllowed({Roles.COMMANDER, Roles.DISPATCHER})
    @Operation(
            summary = "Make a patrol plan",
            description =
                    "It is SOLVING until its visits are found, within half a minute, and PROPOSED then. Black spots come"
                            + " from the latest map, by the hours of the plan; places are secured beside them.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = PatrolPlanView.class)))
    public RestResponse<PatrolPlanView> make(@Valid @NotNull MakePatrolPlan command) {
        return keys.once(command, () -> {
            var plan = plans.make(command, caller.jurisdictions(), caller.name());
            var read = plans.read(plan.id());
            return ResponseBuilder.<PatrolPlanView>created(URI.create("/api/v1/patrol-plans/" + plan.id()))
                    .tag(Preconditions.tag(read.version()))
                    .entity(read.view())
                    .build();
        });
    }

    @GET
    @Path("/effect")
    @RolesAllowed({Roles.COMMANDER, Roles.DISPATCHER})
    @Operation(
            summary = "Whether less happens where units went, and more around it",
            description =
                    "Verified incidents in a week before and after the first visit, with the exact 95 % interval of their"
                            + " ratio, for each place and for what lies around it. It speaks of no district and promises"
                            + " nothing: places are visited because much happened there.")
    public PatrolEffectView effect() {
        return effects.effect();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COMMANDER, Roles.DISPATCHER})
    @Operation(summary = "One patrol plan: which unit goes where, when and why")
    public RestResponse<PatrolPlanView> show(UUID id) {
        return answered(id);
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.COMMANDER)
    @Operation(
            summary = "Approve a plan: units go by it",
            description =
                    "From then on it is repaired within seconds when one of its units is sent somewhere, or comes back.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(
            responseCode = "409",
            description = "Not proposed, over, or another approved plan has one of its units")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "No If-Match")
    @Parameter(ref = HttpHeaders.IF_MATCH)
    public RestResponse<PatrolPlanView> approve(UUID id) {
        plans.approve(id, caller.jurisdictions(), caller.name(), plan -> {
            preconditions.requireStated();
            preconditions.requireMatch(Preconditions.tag(plan.version()));
        });
        return changed(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Roles.COMMANDER)
    @Operation(
            summary = "Withdraw a plan: units do not go by it any more",
            description =
                    "Visits that have not begun disappear, for crews and desks alike, and one that runs ends. What was"
                            + " delivered until then is measured as ever.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "Neither proposed nor approved, or over")
    public RestResponse<PatrolPlanView> withdraw(UUID id, @Valid @NotNull WithdrawPatrolPlan command) {
        plans.withdraw(id, command.reason(), caller.jurisdictions(), caller.name());
        return changed(id);
    }

    private RestResponse<PatrolPlanView> changed(UUID id) {
        var read = plans.read(id);
        return ResponseBuilder.ok(read.view())
                .tag(Preconditions.tag(read.version()))
                .build();
    }

    @GET
    @Path("/{id}/dosage")
    @RolesAllowed({Roles.COMMANDER, Roles.DISPATCHER})
    @Operation(
            summary = "How long units were where the plan wanted them",
            description =
                    "Measured from positions, some minutes after each visit. Nothing is learned from it about where"
                            + " offences happen.")
    public PatrolDosageView dosage(UUID id) {
        return plans.dosage(id);
    }

    @GET
    @Path("/{id}/observations")
    @RolesAllowed({Roles.COMMANDER, Roles.DISPATCHER})
    @Operation(
            summary = "What crews saw at the visits of a plan",
            description = "As they said it. Nothing is learned from it about where offences happen.")
    public VisitObservationListView observations(UUID id) {
        return crews.ofPlan(id);
    }

    private RestResponse<PatrolPlanView> answered(UUID id) {
        var read = plans.read(id);
        return preconditions.tagged(Preconditions.tag(read.version()), read::view);
    }
}
