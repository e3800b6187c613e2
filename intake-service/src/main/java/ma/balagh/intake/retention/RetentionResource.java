package ma.balagh.intake.retention;

import static ma.balagh.http.Roles.AUDITOR;
import static ma.balagh.http.Roles.COMMANDER;
import static ma.balagh.http.Roles.INTERNAL_AFFAIRS;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Violation;
import ma.balagh.intake.report.ReportAudience;
import ma.balagh.persistence.ServiceWorkRunner;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What would be erased, what was, and doing it now: of each territory by those who command there. All is work of the
 * service, which knows every report that an evidence stands in: only who sees them all has a say in it.
 */
@Path("/api/v1/retention")
@Produces(MediaType.APPLICATION_JSON)
class RetentionResource {

    /** @param reason why, for the custody of what goes */
    record StartOpenCaseRun(
            @Size(max = StatedReasonParser.MAX) @Nullable String reason) {}

    private final RetentionService retention;
    private final RetentionRunRepository runs;
    private final Caller caller;
    private final IdempotencyService keys;
    private final ServiceWorkRunner serviceWork;

    RetentionResource(
            RetentionService retention,
            RetentionRunRepository runs,
            Caller caller,
            IdempotencyService keys,
            ServiceWorkRunner serviceWork) {
        this.retention = retention;
        this.runs = runs;
        this.caller = caller;
        this.keys = keys;
        this.serviceWork = serviceWork;
    }

    /** The dry run, in numbers. */
    @GET
    @Path("/plan")
    @RolesAllowed({COMMANDER, AUDITOR, INTERNAL_AFFAIRS})
    public ErasurePlan plan() {
        return serviceWork.call(() -> retention.plan(ReportAudience.of(caller)));
    }

    /** The dry run, one by one. */
    @GET
    @Path("/due")
    @RolesAllowed({COMMANDER, AUDITOR, INTERNAL_AFFAIRS})
    public Page<DueErasure> due(@QueryParam("kind") @Nullable RetentionKind kind, @BeanParam PageRequest request) {
        if (kind == null) {
            throw CommonProblem.invalid(Violation.requiredOneOf("kind", RetentionKind.class));
        }
        return serviceWork.call(() -> retention.due(kind, request, ReportAudience.of(caller)));
    }

    @GET
    @Path("/runs")
    @RolesAllowed({COMMANDER, AUDITOR, INTERNAL_AFFAIRS})
    public Page<RetentionRun> runs(@BeanParam PageRequest request) {
        boolean compartment = caller.has(INTERNAL_AFFAIRS);
        return Page.of(
                serviceWork.call(() -> runs.page(request, ReportAudience.of(caller), compartment)),
                request,
                RetentionRun::id);
    }

    @POST
    @Path("/runs")
    @RolesAllowed({COMMANDER, INTERNAL_AFFAIRS})
    @RunOnVirtualThread
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = RetentionRun.class)))
    public RestResponse<RetentionRun> run() throws InterruptedException {
        return run(Map.of(), RetentionRunRequest.of(caller));
    }

    /** Evidence of reports that have no answer goes by this alone: nothing published is lost unless somebody says so. */
    @POST
    @Path("/open-case-runs")
    @RolesAllowed({COMMANDER, INTERNAL_AFFAIRS})
    @RunOnVirtualThread
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = RetentionRun.class)))
    public RestResponse<RetentionRun> runOpenCases(@NotNull StartOpenCaseRun command) throws InterruptedException {
        String reason = StatedReasonParser.of(command.reason())
                .orElseThrow(() -> CommonProblem.invalid(Violation.reasonRequired("reason", StatedReasonParser.MAX)));
        return run(command, RetentionRunRequest.ofOpenCases(caller, reason));
    }

    /** Kept under the key is which run was ordered: nobody waits for it in a transaction. */
    private RestResponse<RetentionRun> run(Object command, RetentionRunRequest order) throws InterruptedException {
        RestResponse<Void> ordered = keys.once(command, () -> {
            UUID id = serviceWork.call(() -> retention.order(order));
            return RestResponse.created(URI.create("/api/v1/retention/runs/" + id));
        });
        String path = ordered.getLocation().getPath();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        return RestResponse.status(RestResponse.Status.CREATED, serviceWork.callLong(() -> retention.await(id, order)));
    }
}
