package ma.balagh.intake.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import ma.balagh.intake.custody.AccessLimiter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Reading who reported: intake officers only, with a purpose, and recorded. */
@Path("/api/v1/reports/{id}/reporter")
@Produces(MediaType.APPLICATION_JSON)
class ReporterResource {

    private final ReportService reports;
    private final ReporterIdentityService vault;
    private final Caller caller;
    private final AccessLimiter limiter;

    ReporterResource(ReportService reports, ReporterIdentityService vault, Caller caller, AccessLimiter limiter) {
        this.reports = reports;
        this.vault = vault;
        this.caller = caller;
        this.limiter = limiter;
    }

    @GET
    @RolesAllowed(Roles.INTAKE_OFFICER)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Parameter(ref = Purpose.HEADER)
    public ReporterIdentity read(UUID id, @Context HttpHeaders headers) {
        Report report = reports.find(id).orElseThrow(() -> CommonProblem.notFound("the report"));
        Purpose purpose = Purpose.of(headers);
        limiter.requireEntry(caller);
        return vault.consult(report.id(), caller, purpose)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("nobody's identity was kept with this report"));
    }
}
