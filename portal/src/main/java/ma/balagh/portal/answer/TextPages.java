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
import ma.balagh.portal.shell.Attempt;
import ma.balagh.portal.shell.Done;
import ma.balagh.portal.shell.Input;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.Items;
import ma.balagh.portal.upstream.Part;
import ma.balagh.portal.upstream.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What answers say: the texts, editing one, and its versions. */
@Path("/answer-texts")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Roles.INTAKE_OFFICER, Roles.COMMANDER, Roles.AUDITOR})
class TextPages {

    private static final int VERSIONS = 20;

    private final TextService texts;
    private final Viewer viewer;

    TextPages(@RestClient TextService texts, Viewer viewer) {
        this.texts = texts;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TextList(List<TextVersion> texts) implements TemplateInstance {}

    @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TextPage(
            TextVersion text,
            TextForm form,
            Refusal refusal,
            Part<Items<TextVersion>> versions,
            boolean mayEdit,
            boolean isProposer)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list() {
        return new TextList(texts.list().items().stream()
                .sorted(Comparator.comparing(TextVersion::ending, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList());
    }

    /** @param version whose words stand in the form at first; the present one's, unless somebody asks for another */
    @GET
    @Path("{key}")
    public TemplateInstance read(
            String key,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("cursor") @Nullable String cursor) {
        RestResponse<TextVersion> answer = texts.readTagged(key);
        TextVersion present = answer.getEntity();
        Part<Items<TextVersion>> versions = versions(key, Input.text(cursor));
        TextVersion shown = versions.isPresent()
                ? versions.value().items().stream()
                        .filter(each -> version != null && each.version() == version)
                        .findFirst()
                        .orElse(present)
                : present;
        TextForm form = TextForm.of(shown, answer.getHeaderString(HttpHeaders.ETAG));
        return new TextPage(present, form, Refusal.NONE, versions, mayEdit(), isOwn(present));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{key}")
    @RolesAllowed({Roles.INTAKE_OFFICER, Roles.COMMANDER})
    public Response edit(String key, @BeanParam TextForm form) {
        return Attempt.of(
                TextForm.FIELDS,
                () -> {
                    texts.edit(key, Input.text(form.tag()), form.command());
                    return Done.TEXT_PROPOSED.then(viewer, "/answer-texts/" + key);
                },
                refusal -> again(key, form, refusal));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{key}/proposals/{proposalId}/decision")
    @RolesAllowed({Roles.INTAKE_OFFICER, Roles.COMMANDER})
    public Response decide(
            String key, UUID proposalId, @RestForm @Nullable String tag, @RestForm @Nullable String decision) {
        return Attempt.of(
                Set.of(),
                () -> {
                    texts.decide(key, proposalId, Input.text(tag), new TextService.Decide(Input.text(decision)));
                    boolean confirmed = "CONFIRM".equals(decision);
                    return (confirmed ? Done.TEXT_EDITED : Done.TEXT_REFUSED).then(viewer, "/answer-texts/" + key);
                },
                refusal -> presentWith(key, refusal));
    }

    private TemplateInstance presentWith(String key, Refusal refusal) {
        RestResponse<TextVersion> present = texts.readTagged(key);
        TextForm form = TextForm.of(present.getEntity(), present.getHeaderString(HttpHeaders.ETAG));
        return new TextPage(
                present.getEntity(), form, refusal, versions(key, null), mayEdit(), isOwn(present.getEntity()));
    }

    private boolean isOwn(TextVersion text) {
        TextVersion.Proposal proposal = text.proposal();
        return proposal != null && proposal.proposedBy().equals(viewer.name());
    }

    /** Who was too late sees what it says now, and decides. */
    private TemplateInstance again(String key, TextForm form, Refusal refusal) {
        RestResponse<TextVersion> present = texts.readTagged(key);
        TextForm kept = refusal.isStale() ? form.over(present.getHeaderString(HttpHeaders.ETAG)) : form;
        return new TextPage(
                present.getEntity(), kept, refusal, versions(key, null), mayEdit(), isOwn(present.getEntity()));
    }

    private Part<Items<TextVersion>> versions(String key, @Nullable String cursor) {
        return Part.of(() -> texts.versions(key, cursor, VERSIONS));
    }

    private boolean mayEdit() {
        return viewer.hasAny(Roles.INTAKE_OFFICER, Roles.COMMANDER);
    }
}
