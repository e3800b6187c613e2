package ma.balagh.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Roles;
import ma.balagh.persistence.ServiceWorkRunner;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The transparency log over the audit trail, as C2SP tlog-tiles has it. It is the same for everybody who may read it, and
 * shows nothing of any entry, so that it is read as the service.
 */
@Path("/api/v1/audit")
class AuditTileResource {

    private static final int LONGEST_PATH = 50;

    private final AuditLogService log;
    private final ServiceWorkRunner serviceWork;

    AuditTileResource(AuditLogService log, ServiceWorkRunner serviceWork) {
        this.log = log;
        this.serviceWork = serviceWork;
    }

    @GET
    @Path("/checkpoint")
    @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
    @RolesAllowed({Roles.AUDITOR, Roles.WITNESS})
    @Operation(summary = "The log's newest head, signed")
    public String checkpoint() {
        return serviceWork.call(log::checkpoint).orElseThrow(() -> CommonProblem.notFound("a checkpoint"));
    }

    /** @param path such as {@code 0/x001/234} or {@code entries/000.p/17} */
    @GET
    @Path("/tile/{path: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Roles.AUDITOR, Roles.WITNESS})
    @Operation(summary = "Hashes of the log, or what its leaves are of, by 256")
    public byte[] tile(@PathParam("path") @Size(max = LONGEST_PATH) String path) {
        return AuditTilePath.parse(path)
                .flatMap(tile -> serviceWork.call(() -> log.tile(tile)))
                .orElseThrow(() -> CommonProblem.notFound("the tile"));
    }
}
