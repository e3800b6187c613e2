package ma.balagh.portal.communique;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.incident.DispatchClient;
import ma.balagh.portal.shell.DisplayFormatter;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.FormSubmission;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.FormRefusal;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Communiqués: drafting them, answering for what the check finds, approving, correcting and withdrawing them. */
@Path("/communiques")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.COMMANDER)
class CommuniquePages {

    private static final int PAGE_SIZE = 50;
    private static final String ALL = "/communiques";

    private final CommuniqueClient communiques;
    private final DispatchClient dispatch;
    private final Viewer viewer;
    private final DisplayFormatter format;

    CommuniquePages(
            @RestClient CommuniqueClient communiques,
            @RestClient DispatchClient dispatch,
            Viewer viewer,
            DisplayFormatter format) {
        this.communiques = communiques;
        this.dispatch = dispatch;
        this.viewer = viewer;
        this.format = format;
    }

    @CheckedTemplate(basePath = "communique", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CommuniqueList(
            ResponsePage<CommuniqueSummaryResponse> communiques,
            KnownCommuniques known,
            @Nullable String cursor) implements TemplateInstance {}

    @CheckedTemplate(basePath = "communique", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CommuniqueDraftPage(CommuniqueForm form, PagePart<List<OfferedIncident>> incidents, FormRefusal refusal)
            implements TemplateInstance {}

    /** @param form as it was sent, where that was refused; else what the communiqué says */
    @CheckedTemplate(basePath = "communique", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CommuniquePage(CommuniqueResponse communique, String tag, CommuniqueForm form, FormRefusal refusal)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        String after = FormInputParser.text(cursor);
        ResponsePage<CommuniqueSummaryResponse> page = communiques.list(null, after, PAGE_SIZE);
        return new CommuniqueList(page, new KnownCommuniques(page.items()), after);
    }

    /** @param incident that it is to tell of */
    @GET
    @Path("new")
    public TemplateInstance form(@QueryParam("incident") @Nullable UUID incident) {
        String jurisdiction =
                incident == null ? null : dispatch.incident(incident).jurisdiction();
        return draftPage(CommuniqueForm.empty(viewer.onceKey(), incident, jurisdiction), FormRefusal.NONE);
    }

    /** The form is there without the list, and keeps what was chosen. */
    private TemplateInstance draftPage(CommuniqueForm form, FormRefusal refusal) {
        var incidents = PagePart.of(() -> OfferedIncident.of(dispatch, form.readable()));
        return new CommuniqueDraftPage(form, incidents, refusal);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response draft(@BeanParam CommuniqueForm form) {
        return FormSubmission.of(
                CommuniqueForm.FIELDS,
                () -> FlashMessage.COMMUNIQUE_DRAFTED.then(
                        viewer, at(communiques.draft(IdempotencyKeyFactory.of(form.key()), form.command()))),
                refusal -> draftPage(form, refusal));
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        return page(id, null, FormRefusal.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}")
    public Response rewrite(UUID id, @BeanParam CommuniqueForm form) {
        return FormSubmission.of(
                CommuniqueForm.LATER_FIELDS,
                () -> FlashMessage.COMMUNIQUE_CHANGED.then(viewer, at(rewritten(id, form))),
                refusal -> page(id, form, refusal));
    }

    private CommuniqueResponse rewritten(UUID id, CommuniqueForm form) {
        var command = form.changing(communiques.read(id).getEntity());
        return communiques.rewrite(id, FormInputParser.text(form.tag()), command);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/findings")
    public Response answer(
            UUID id,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String language,
            @RestForm @Nullable String kind,
            @RestForm @Nullable String from,
            @RestForm @Nullable String to,
            @RestForm @Nullable String reason) {
        var answer = new CommuniqueClient.Answer(
                FormInputParser.text(language),
                FormInputParser.text(kind),
                FormInputParser.wholeNumber(from, "from"),
                FormInputParser.wholeNumber(to, "to"),
                FormInputParser.text(reason));
        return FlashMessage.FINDING_ANSWERED.then(
                viewer, at(communiques.answer(id, FormInputParser.text(tag), answer)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/approval")
    public Response approve(UUID id, @RestForm @Nullable String tag) {
        return FlashMessage.COMMUNIQUE_APPROVED.then(viewer, at(communiques.approve(id, FormInputParser.text(tag))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/retraction")
    public Response retract(UUID id, @RestForm @Nullable String tag, @RestForm @Nullable String reason) {
        var command = new CommuniqueClient.Retract(FormInputParser.text(reason));
        return FlashMessage.COMMUNIQUE_RETRACTED.then(
                viewer, at(communiques.retract(id, FormInputParser.text(tag), command)));
    }

    /** Drafts another one from its texts, which takes its place once it is approved. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/correction")
    public Response correct(UUID id, @RestForm @Nullable String key) {
        CommuniqueResponse wrong = communiques.read(id).getEntity();
        var command = new CommuniqueClient.Write(
                wrong.jurisdiction(),
                wrong.kind() == null ? null : wrong.kind().name(),
                null,
                wrong.incidentIds(),
                null,
                null,
                alertOf(wrong),
                null,
                id);
        return FlashMessage.COMMUNIQUE_DRAFTED.then(
                viewer, at(communiques.draft(IdempotencyKeyFactory.of(key), command)));
    }

    private static CommuniqueClient.@Nullable Alert alertOf(CommuniqueResponse wrong) {
        var alert = wrong.alert();
        return alert == null
                ? null
                : new CommuniqueClient.Alert(
                        CommuniqueForm.nameOf(alert.urgency()),
                        CommuniqueForm.nameOf(alert.severity()),
                        CommuniqueForm.nameOf(alert.certainty()),
                        alert.expiresAt());
    }

    private static String at(CommuniqueResponse communique) {
        return ALL + "/" + communique.id();
    }

    /** Who was too late sees what it says now, and decides; whoever was refused otherwise still has what was read. */
    private TemplateInstance page(UUID id, @Nullable CommuniqueForm sent, FormRefusal refusal) {
        RestResponse<CommuniqueResponse> answer = communiques.read(id);
        String tag = answer.getHeaderString(HttpHeaders.ETAG);
        String known = tag == null ? "" : tag;
        CommuniqueResponse communique = answer.getEntity();
        CommuniqueForm form = sent == null
                ? CommuniqueForm.of(communique, known, format)
                : refusal.isStale() ? sent.over(known) : sent;
        return new CommuniquePage(communique, known, form, refusal);
    }
}
