package ma.balagh.portal.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.balagh.portal.evidence.MediaPageFactory;
import ma.balagh.portal.evidence.StatedPurpose;
import ma.balagh.portal.evidence.ViewingPass;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The intake desk: what came in, and what comes in by telephone. */
@Path("/reports")
@Produces(MediaType.TEXT_HTML)
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
class ReportPages {

    private static final int PAGE_SIZE = 40;

    private final ReportClient intake;
    private final MediaUploadClient upload;
    private final ViewingPass.Office passes;
    private final StatedPurpose said;
    private final MediaPageFactory media;
    private final Viewer viewer;

    ReportPages(
            @RestClient ReportClient intake,
            MediaUploadClient upload,
            ViewingPass.Office passes,
            StatedPurpose said,
            MediaPageFactory media,
            Viewer viewer) {
        this.intake = intake;
        this.upload = upload;
        this.passes = passes;
        this.said = said;
        this.media = media;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReportList(ResponsePage<ReportResponse> reports, ReportFilter filter, boolean maySelect)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReportPage(ReportResponse report, boolean mayAdd) implements TemplateInstance {}

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReportMedia(ReportResponse report, Map<UUID, String> passes, String purpose) implements TemplateInstance {}

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewReport(ReportChoices choices) implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("q") @Nullable String words,
            @QueryParam("cursor") @Nullable String cursor) {
        ReportFilter filter = ReportFilter.of(status, words, cursor);
        return new ReportList(
                intake.list(filter.statusName(), filter.words(), filter.cursor(), PAGE_SIZE),
                filter,
                viewer.has(PortalRoles.INTAKE_OFFICER) || viewer.has(PortalRoles.ANALYST));
    }

    @GET
    @Path("new")
    @RolesAllowed(PortalRoles.INTAKE_OFFICER)
    public TemplateInstance form() {
        return new NewReport(new ReportChoices());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(PortalRoles.INTAKE_OFFICER)
    public Response file(@BeanParam ReportForm form) {
        ReportResponse report = intake.file(IdempotencyKeyFactory.of(form.key()), form.command());
        return FlashMessage.REPORT_REGISTERED.then(viewer, "/reports/" + report.id());
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        return new ReportPage(intake.read(id), viewer.has(PortalRoles.INTAKE_OFFICER));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/rule-stop")
    @RolesAllowed(PortalRoles.INTAKE_OFFICER)
    public Response stopRule(UUID id, @RestForm @Nullable String key, @RestForm @Nullable String reason) {
        intake.stopRule(id, IdempotencyKeyFactory.of(key), new ReportClient.Reason(FormInputParser.text(reason)));
        return FlashMessage.RULE_STOPPED.then(viewer, "/reports/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/rule-resumption")
    @RolesAllowed(PortalRoles.INTAKE_OFFICER)
    public Response resumeRule(UUID id, @RestForm @Nullable String key, @RestForm @Nullable String reason) {
        intake.resumeRule(id, IdempotencyKeyFactory.of(key), new ReportClient.Reason(FormInputParser.text(reason)));
        return FlashMessage.RULE_RESUMED.then(viewer, "/reports/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/viewing")
    public TemplateInstance view(UUID id, @RestForm @Nullable String purpose) {
        ViewingPass pass = ViewingPass.forPurpose(purpose);
        said.keep("/reports/" + id, pass);
        ReportResponse report = intake.read(id);
        Map<UUID, String> sealed = report.media().stream()
                .map(ReportResponse.Medium::evidenceId)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), evidence -> passes.seal(pass.of(evidence))));
        return media.of(new ReportMedia(report, sealed, pass.purpose()), "/reports/" + id);
    }

    /** The bytes of one medium as they are, passed on to intake as they come. */
    @POST
    @Path("{id}/media")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(PortalRoles.INTAKE_OFFICER)
    public Response add(
            UUID id, @QueryParam("name") @Nullable String name, @Context HttpHeaders headers, InputStream body) {
        upload.pass(id, FormInputParser.text(name), headers, body);
        return Response.noContent().build();
    }
}
