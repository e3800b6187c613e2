package ma.balagh.portal.runcard;

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
import java.util.UUID;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Run cards: reading and writing them. */
@Path("/run-cards")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.COMMANDER})
class RunCardPages {

    private static final int PAGE_SIZE = 50;

    private final RunCardClient cards;
    private final Viewer viewer;

    RunCardPages(@RestClient RunCardClient cards, Viewer viewer) {
        this.cards = cards;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "runcard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RunCardList(
            ResponsePage<RunCardResponse> cards, @Nullable String cursor) implements TemplateInstance {}

    /** @param card what is changed; nothing for a new one */
    @CheckedTemplate(basePath = "runcard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RunCardPage(@Nullable RunCardResponse card, RunCardForm form, FormRefusal refusal)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        String from = FormInputParser.text(cursor);
        return new RunCardList(cards.list(from, PAGE_SIZE), from);
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        return new RunCardPage(null, RunCardForm.empty(viewer.onceKey()), FormRefusal.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@BeanParam RunCardForm form) {
        return FormSubmission.of(
                RunCardForm.FIELDS,
                () -> {
                    cards.write(IdempotencyKeyFactory.of(form.key()), form.command());
                    return FlashMessage.RUN_CARD_WRITTEN.then(viewer, "/run-cards");
                },
                refusal -> new RunCardPage(null, form, refusal));
    }

    @GET
    @Path("{id}")
    public TemplateInstance change(UUID id) {
        RestResponse<RunCardResponse> answer = cards.readTagged(id);
        RunCardResponse card = answer.getEntity();
        return new RunCardPage(card, RunCardForm.of(card, answer.getHeaderString(HttpHeaders.ETAG)), FormRefusal.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}")
    public Response change(UUID id, @BeanParam RunCardForm form) {
        return FormSubmission.of(
                RunCardForm.FIELDS,
                () -> {
                    cards.describe(id, FormInputParser.text(form.tag()), form.command());
                    return FlashMessage.RUN_CARD_WRITTEN.then(viewer, "/run-cards");
                },
                refusal -> again(id, form, refusal));
    }

    /** Who was too late sees what stands there now, and decides. */
    private TemplateInstance again(UUID id, RunCardForm form, FormRefusal refusal) {
        if (!refusal.isStale()) {
            return new RunCardPage(
                    PagePart.of(() -> cards.readTagged(id).getEntity()).orNothing(), form, refusal);
        }
        RestResponse<RunCardResponse> present = cards.readTagged(id);
        return new RunCardPage(present.getEntity(), form.over(present.getHeaderString(HttpHeaders.ETAG)), refusal);
    }
}
