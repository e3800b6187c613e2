package ma.balagh.analysis.expertise;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.analysis.examination.ReaderLanguage;
import ma.balagh.analysis.finding.FindingTexts.Language;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The expertise report. It has pictures in it, in which faces are hidden since it leaves the agency, so it needs a purpose;
 * who printed it is logged like every look. Dispatchers print those of presumed offences, which exist for them since they
 * belong into a referral file.
 */
@Path("/api/v1/dossiers/{id}/report.pdf")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.ANALYST,
    Roles.JUDICIAL_OFFICER,
    Roles.COMMANDER,
    Roles.AUDITOR,
    Roles.INTERNAL_AFFAIRS,
    Roles.DISPATCHER
})
class ExpertiseResource {

    private static final String PDF = "application/pdf";

    private final ExpertiseService printer;
    private final ReaderLanguage readers;

    ExpertiseResource(ExpertiseService printer, ReaderLanguage readers) {
        this.printer = printer;
        this.readers = readers;
    }

    /** @param lang ar, fr or en; without it the one of {@code Accept-Language} */
    @GET
    @Produces(PDF)
    @RunOnVirtualThread
    @Parameter(ref = Purpose.HEADER)
    public RestResponse<byte[]> print(
            UUID id, @QueryParam("lang") @Size(max = 10) @Nullable String lang, @Context HttpHeaders headers) {
        Purpose purpose = Purpose.of(headers);
        Language language = lang == null
                ? readers.wanted()
                : Language.of(lang)
                        .orElseThrow(() -> CommonProblem.invalid(Violation.malformed("lang", "must be ar, fr or en")));
        byte[] pdf = printer.print(printer.look(id, language, purpose), language, purpose);
        return RestResponse.ResponseBuilder.ok(pdf)
                .type(PDF)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"balagh-%s-%s.pdf\"".formatted(id, language.code()))
                .header("Repr-Digest", ExpertiseService.digestHeader(pdf))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
