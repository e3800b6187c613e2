package ma.balagh.analysis.rendition;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.balagh.analysis.examination.StillAccessRecorder;
import ma.balagh.analysis.examination.VisibleExaminationService;
import ma.balagh.analysis.examination.VisibleExaminationService.Seen;
import ma.balagh.analysis.media.MomentPicture;
import ma.balagh.analysis.media.MomentReader;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Pictures of an examined evidence, for those who say why: any moment, from which one can step on, and all at once. */
@Path("/api/v1/examinations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.COMMANDER, Roles.AUDITOR, Roles.INTERNAL_AFFAIRS})
class StillResource {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,7}(?:\\.\\d{1,9})?");

    private static final String JPEG = "image/jpeg";

    /** A day; no medium is longer. */
    private static final int LATEST = 86_400;

    private final VisibleExaminationService examinations;
    private final MediumCache room;
    private final MomentReader moments;
    private final ContactSheetService sheets;
    private final StillAccessRecorder looks;

    StillResource(
            VisibleExaminationService examinations,
            MediumCache room,
            MomentReader moments,
            ContactSheetService sheets,
            StillAccessRecorder looks) {
        this.examinations = examinations;
        this.room = room;
        this.moments = moments;
        this.sheets = sheets;
        this.looks = looks;
    }

    @GET
    @Path("still")
    @Produces(JPEG)
    @RunOnVirtualThread
    @Parameter(ref = Purpose.HEADER)
    public RestResponse<byte[]> still(
            @PathParam("id") UUID id,
            @QueryParam("at") @Size(max = 20) @Nullable String at,
            @Context HttpHeaders headers) {
        Purpose purpose = Purpose.of(headers);
        Seen examination = examinations.require(id);
        double wanted = seconds(at);
        MomentPicture moment = room.look(examination, (scratch, probe) -> moments.at(scratch, probe, wanted));
        looks.recordMoment(id, moment.at(), purpose);
        var answer = answer(moment.jpeg()).header("X-Picture-At", told(moment.at()));
        if (moment.previous() != null) {
            answer.header("X-Picture-Previous", told(moment.previous()));
        }
        if (moment.next() != null) {
            answer.header("X-Picture-Next", told(moment.next()));
        }
        return answer.build();
    }

    @GET
    @Path("contact-sheet")
    @Produces(JPEG)
    @RunOnVirtualThread
    @Parameter(ref = Purpose.HEADER)
    public RestResponse<byte[]> contactSheet(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Purpose purpose = Purpose.of(headers);
        Seen examination = examinations.require(id);
        byte[] sheet = sheets.of(examination);
        looks.recordAll(id, purpose);
        return answer(sheet).build();
    }

    private static RestResponse.ResponseBuilder<byte[]> answer(byte[] jpeg) {
        return RestResponse.ResponseBuilder.ok(jpeg)
                .type(JPEG)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static double seconds(@Nullable String at) {
        if (at == null) {
            return 0;
        }
        if (SECONDS.matcher(at).matches() && Double.parseDouble(at) <= LATEST) {
            return Double.parseDouble(at);
        }
        throw CommonProblem.invalid(
                Violation.malformed("at", "must be seconds from the beginning, such as 12.48, and at most " + LATEST));
    }

    private static String told(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }
}
