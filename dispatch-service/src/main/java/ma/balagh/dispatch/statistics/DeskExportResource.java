package ma.balagh.dispatch.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Caller;
import ma.balagh.http.Roles;
import ma.balagh.persistence.ServiceWorkRunner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notes over REST that the commander's desk was taken along; the portal, which puts it together, hands no file out before. */
@Tag(name = "Statistics")
@Path("/api/v1/statistics/desk-exports")
@Produces(MediaType.APPLICATION_JSON)
class DeskExportResource {

    private final DeskExportRepository repository;
    private final ServiceWorkRunner serviceWork;
    private final Timestamps moments;
    private final Caller caller;

    DeskExportResource(
            DeskExportRepository repository, ServiceWorkRunner serviceWork, Timestamps moments, Caller caller) {
        this.repository = repository;
        this.serviceWork = serviceWork;
        this.moments = moments;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.COMMANDER)
    @Transactional
    @Operation(
            summary = "Note that the caller takes the commander's desk along as a file",
            description = "What is noted is never changed. Sent twice, it is noted twice.")
    @APIResponse(responseCode = "204", description = "Noted")
    public void note(@Valid @NotNull NoteDeskExport command) {
        var by = caller.name();
        serviceWork.run(() -> repository.note(command.format(), by, moments.now()));
    }
}
