package ma.balagh.portal.evidence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The bytes of evidence and of stills, for those who said why, and what happened to an evidence. */
@Path("/")
@RunOnVirtualThread
@RolesAllowed({
    PortalRoles.INTAKE_OFFICER,
    PortalRoles.ANALYST,
    PortalRoles.JUDICIAL_OFFICER,
    PortalRoles.DISPATCHER,
    PortalRoles.INTERNAL_AFFAIRS,
    PortalRoles.COMMANDER,
    PortalRoles.AUDITOR
})
class EvidencePages {

    private static final int PAGE_SIZE = 100;
    private static final Pattern SECOND = Pattern.compile("\\d{1,6}(\\.\\d{1,9})?");

    private final ViewingPass.Office passes;
    private final MediaStreamClient stream;
    private final EvidenceClient evidence;
    private final Viewer viewer;
    private final String intake;
    private final String analysis;

    EvidencePages(
            ViewingPass.Office passes,
            MediaStreamClient stream,
            @RestClient EvidenceClient evidence,
            Viewer viewer,
            @ConfigProperty(name = "quarkus.rest-client.intake.url") String intake,
            @ConfigProperty(name = "quarkus.rest-client.analysis.url") String analysis) {
        this.passes = passes;
        this.stream = stream;
        this.evidence = evidence;
        this.viewer = viewer;
        this.intake = intake;
        this.analysis = analysis;
    }

    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CustodyPage(UUID evidenceId, EvidenceClient.Custody custody, boolean compartment, boolean mayOpenCompartment)
            implements TemplateInstance {}

    /** The same pass for some more minutes: asked for by a page that is open. */
    @GET
    @Path("viewing/renewal")
    @Produces(MediaType.TEXT_PLAIN)
    public Response renewal(@QueryParam("pass") @Nullable String pass) {
        return Response.ok(passes.renew(pass))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("evidence/{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(UUID id, @QueryParam("pass") @Nullable String pass, @Context HttpHeaders request) {
        return stream.pass(intake + "/api/v1/evidence/" + id + "/content", passes.open(pass, id), request);
    }

    /** A still of an examination. */
    @GET
    @Path("examinations/{id}/frames/{number: \\d+}")
    @Produces(MediaType.WILDCARD)
    public Response still(
            UUID id, String number, @QueryParam("pass") @Nullable String pass, @Context HttpHeaders request) {
        return stream.pass(
                analysis + "/api/v1/examinations/" + id + "/frames/" + number, passes.open(pass, id), request);
    }

    /** The picture that is on the screen at that second; its headers say when exactly, and when the next ones are. */
    @GET
    @Path("examinations/{id}/still")
    @Produces(MediaType.WILDCARD)
    public Response picture(
            UUID id,
            @QueryParam("at") @Nullable String at,
            @QueryParam("pass") @Nullable String pass,
            @Context HttpHeaders request) {
        return stream.pass(
                analysis + "/api/v1/examinations/" + id + "/still?at=" + second(at), passes.open(pass, id), request);
    }

    /** All stills on one picture. */
    @GET
    @Path("examinations/{id}/contact-sheet")
    @Produces(MediaType.WILDCARD)
    public Response sheet(UUID id, @QueryParam("pass") @Nullable String pass, @Context HttpHeaders request) {
        return stream.pass(analysis + "/api/v1/examinations/" + id + "/contact-sheet", passes.open(pass, id), request);
    }

    @GET
    @Path("renditions/{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response rendition(
            UUID id,
            @QueryParam("pass") @Nullable String pass,
            @QueryParam("save") boolean save,
            @Context HttpHeaders request) {
        Response answer =
                stream.pass(analysis + "/api/v1/renditions/" + id + "/content", passes.open(pass, id), request);
        if (save) {
            answer.getHeaders()
                    .putSingle(
                            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(id, answer) + "\"");
        }
        return answer;
    }

    private static String second(@Nullable String at) {
        if (at == null || !SECOND.matcher(at).matches()) {
            throw new FormInputParser.WrongInput("second");
        }
        return at;
    }

    private static String fileName(UUID id, Response answer) {
        String type = String.valueOf(answer.getHeaderString(HttpHeaders.CONTENT_TYPE));
        String ending = switch (type) {
            case "video/mp4" -> ".mp4";
            case "audio/mp4" -> ".m4a";
            case "image/jpeg" -> ".jpg";
            default -> "";
        };
        return id + ending;
    }

    @GET
    @Path("evidence/{id}/custody")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance custody(UUID id, @QueryParam("cursor") @Nullable String cursor) {
        return new CustodyPage(
                id,
                evidence.custody(id, FormInputParser.text(cursor), PAGE_SIZE),
                false,
                viewer.has(PortalRoles.INTERNAL_AFFAIRS));
    }

    /** What internal affairs did with the evidence. */
    @GET
    @Path("evidence/{id}/custody/compartment")
    @RolesAllowed(PortalRoles.INTERNAL_AFFAIRS)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance compartment(UUID id, @QueryParam("cursor") @Nullable String cursor) {
        return new CustodyPage(
                id, evidence.compartmentCustody(id, FormInputParser.text(cursor), PAGE_SIZE), true, true);
    }
}
