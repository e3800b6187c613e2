package ma.balagh.analysis.examination;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Examinations, for those who judge by them. */
@Path("/api/v1/examinations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.COMMANDER, Roles.AUDITOR, Roles.INTERNAL_AFFAIRS})
class ExaminationResource {

    private static final String JPEG = "image/jpeg";

    private final ExaminationQueryService reader;
    private final ReaderLanguage language;
    private final VisibleExaminationService seen;
    private final ExaminationAccessRecorder looks;
    private final StillAccessRecorder stillLooks;
    private final Preconditions preconditions;

    ExaminationResource(
            ExaminationQueryService reader,
            ReaderLanguage language,
            VisibleExaminationService seen,
            ExaminationAccessRecorder looks,
            StillAccessRecorder stillLooks,
            Preconditions preconditions) {
        this.reader = reader;
        this.language = language;
        this.seen = seen;
        this.looks = looks;
        this.stillLooks = stillLooks;
        this.preconditions = preconditions;
    }

    @GET
    @LocalizedFindings
    @Transactional
    public Page<ExaminationView> list(@QueryParam("evidenceId") @Nullable UUID evidenceId) {
        if (evidenceId == null) {
            throw CommonProblem.invalid(Violation.required("evidenceId", "says whose examination is meant"));
        }
        boolean visible = seen.hasEvidence(evidenceId);
        return new Page<>(visible ? looks.record(reader.of(List.of(evidenceId), language.wanted())) : List.of(), null);
    }

    /** Its matches appear and are hidden with those of other evidence, so that only what is shown tells its version. */
    @GET
    @Path("{id}")
    @LocalizedFindings
    @Transactional
    public RestResponse<ExaminationView> read(@PathParam("id") UUID id) {
        ExaminationView shown = looks.record(reader.of(List.of(seen.require(id).evidenceId()), language.wanted()))
                .getFirst();
        return preconditions.tagged(preconditions.tagOf(shown), () -> shown);
    }

    @GET
    @Path("{id}/frames/{number}")
    @Produces(JPEG)
    @Parameter(ref = Purpose.HEADER)
    public RestResponse<byte[]> frame(
            @PathParam("id") UUID id, @PathParam("number") int number, @Context HttpHeaders headers) {
        Purpose purpose = Purpose.of(headers);
        VisibleExaminationService.Seen examination = seen.require(id);
        examination.requireKept();
        byte[] jpeg = seen.still(examination, number).orElseThrow(() -> CommonProblem.notFound("this frame"));
        stillLooks.record(id, number, purpose);
        return RestResponse.ResponseBuilder.ok(jpeg)
                .type(JPEG)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
