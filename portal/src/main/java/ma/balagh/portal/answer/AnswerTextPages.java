package ma.balagh.portal.answer;

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
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.FormSubmission;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.FormRefusal;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What answers say: the texts, editing one, and its versions. */
@Path("/answer-texts")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.INTAKE_OFFICER, PortalRoles.COMMANDER, PortalRoles.AUDITOR})
class AnswerTextPages {

    private static final int VERSIONS = 20;

    private final AnswerTextClient texts;
    private final Viewer viewer;

    AnswerTextPages(@RestClient AnswerTextClient texts, Viewer viewer) {
        this.texts = texts;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TextList(List<TextVersionResponse> texts) implements TemplateInstance {}

    @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TextPage(
            TextVersionResponse text,
            AnswerTextForm form,
            FormRefusal refusal,
            PagePart<ResponsePage<TextVersionResponse>> versions,
            boolean mayEdit,
            boolean isProposer)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list() {
        return new TextList(texts.list().items().stream()
                .sorted(Comparator.comparing(
                        TextVersionResponse::ending, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList());
    }

    /** @param version whose words stand in the form at first; the present one's, unless somebody asks for another */
    @GET
    @Path("{key}")
    public TemplateInstance read(
            String key,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("cursor") @Nullable String cursor) {
        RestResponse<TextVersionResponse> answer = texts.readTagged(key);
        TextVersionResponse present = answer.getEntity();
        PagePart<ResponsePage<TextVersionResponse>> versions = versions(key, FormInputParser.text(cursor));
        TextVersionResponse shown = versions.isPresent()
                ? versions.value().items().stream()
                        .filter(each -> version != null && each.version() == version)
                        .findFirst()
                        .orElse(present)
                : present;
        AnswerTextForm form = AnswerTextForm.of(shown, answer.getHeaderString(HttpHeaders.ETAG));
        return new TextPage(present, form, FormRefusal.NONE, versions, mayEdit(), isOwn(present));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{key}")
    @RolesAllowed({PortalRoles.INTAKE_OFFICER, PortalRoles.COMMANDER})
    public Response edit(String key, @BeanParam AnswerTextForm form) {
        return FormSubmission.of(
                AnswerTextForm.FIELDS,
                () -> {
                    texts.edit(key, FormInputParser.text(form.tag()), form.command());
                    return FlashMessage.TEXT_PROPOSED.then(viewer, "/answer-texts/" + key);
                },
                refusal -> again(key, form, refusal));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{key}/proposals/{proposalId}/decision")
    @RolesAllowed({PortalRoles.INTAKE_OFFICER, PortalRoles.COMMANDER})
    public Response decide(
            String key, UUID proposalId, @RestForm @Nullable String tag, @RestForm @Nullable String decision) {
        return FormSubmission.of(
                Set.of(),
                () -> {
                    texts.decide(
                            key,
                            proposalId,
                            FormInputParser.text(tag),
                            new AnswerTextClient.Decide(FormInputParser.text(decision)));
                    boolean confirmed = "CONFIRM".equals(decision);
                    return (confirmed ? FlashMessage.TEXT_EDITED : FlashMessage.TEXT_REFUSED)
                            .then(viewer, "/answer-texts/" + key);
                },
                refusal -> presentWith(key, refusal));
    }

    private TemplateInstance presentWith(String key, FormRefusal refusal) {
        RestResponse<TextVersionResponse> present = texts.readTagged(key);
        AnswerTextForm form = AnswerTextForm.of(present.getEntity(), present.getHeaderString(HttpHeaders.ETAG));
        return new TextPage(
                present.getEntity(), form, refusal, versions(key, null), mayEdit(), isOwn(present.getEntity()));
    }

    private boolean isOwn(TextVersionResponse text) {
        TextVersionResponse.Proposal proposal = text.proposal();
        return proposal != null && proposal.proposedBy().equals(viewer.name());
    }

    /** Who was too late sees what it says now, and decides. */
    private TemplateInstance again(String key, AnswerTextForm form, FormRefusal refusal) {
        RestResponse<TextVersionResponse> present = texts.readTagged(key);
        AnswerTextForm kept = refusal.isStale() ? form.over(present.getHeaderString(HttpHeaders.ETAG)) : form;
        return new TextPage(
                present.getEntity(), kept, refusal, versions(key, null), mayEdit(), isOwn(present.getEntity()));
    }

    private PagePart<ResponsePage<TextVersionResponse>> versions(String key, @Nullable String cursor) {
        return PagePart.of(() -> texts.versions(key, cursor, VERSIONS));
    }

    private boolean mayEdit() {
        return viewer.hasAny(PortalRoles.INTAKE_OFFICER, PortalRoles.COMMANDER);
    }
}
