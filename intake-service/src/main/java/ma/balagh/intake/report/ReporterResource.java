package ma.balagh.intake.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Reading who reported: intake officers only, with a purpose, and recorded. */
@Path("/api/v1/reports/{id}/reporter")
class ReporterResource {

    private final Reports reports;
    private final ReporterVault vault;
    private final Caller caller;

    ReporterResource(Reports reports, ReporterVault vault, Caller caller) {
        this.reports = reports;
        this.vault = vault;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.INTAKE_OFFICER)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public ReporterIdentity read(UUID id, @Context HttpHeaders headers) {
        Report report = reports.find(id, Visibility.of(caller)).orElseThrow(() -> CommonProblem.notFound("the report"));
        Purpose purpose = Purpose.of(headers);
        return vault.consult(report.id(), caller, purpose)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("nobody's identity was kept with this report"));
    }
}
