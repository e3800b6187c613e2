package ma.balagh.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Who did what with which record, when and why. Each service answers for what it keeps itself. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
class AuditResource {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PURPOSE = 200;

    private final AuditService trail;
    private final Caller caller;

    AuditResource(AuditService trail, Caller caller) {
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.DATA_PROTECTION_OFFICER})
    @Operation(
            summary = "Who did what with which record, when and why; newest first",
            description = "Shows what was done with records that exist for the caller. The reading is noted, too.")
    public Page<AuditEntryView> list(
            @QueryParam("person")
                    @Size(max = LONGEST_NAME)
                    @Parameter(description = "The lasting id of an account, or its name.")
                    @Nullable
                    String person,
            @QueryParam("record") @Nullable UUID record,
            @QueryParam("kind") @Nullable AuditKind kind,
            @QueryParam("purpose")
                    @Size(max = LONGEST_PURPOSE)
                    @Parameter(description = "What stands anywhere in the purpose, in capital or small letters.")
                    @Nullable
                    String purpose,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @BeanParam PageRequest page) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw CommonProblem.invalid(Violation.tooEarly("to", "must lie after from"));
        }
        return trail.read(new AuditFilter(person, record, kind, purpose, from, to), page, caller);
    }
}
