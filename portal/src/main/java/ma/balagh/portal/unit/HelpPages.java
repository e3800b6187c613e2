package ma.balagh.portal.unit;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.FormSubmission;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.FormRefusal;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Help between jurisdictions: asked for, granted, refused and ended. */
@Path("/help-requests")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.DISPATCHER)
class HelpPages {

    private static final int PAGE_SIZE = 40;
    private static final int UNITS = 200;
    private static final int MOST_UNITS = 10_000;

    private final HelpClient help;
    private final RosterClient roster;
    private final Viewer viewer;

    HelpPages(@RestClient HelpClient help, @RestClient RosterClient roster, Viewer viewer) {
        this.help = help;
        this.roster = roster;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "unit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HelpPage(
            ResponsePage<HelpRequestResponse> requests,
            List<UnitDetailResponse> units,
            HelpForm form,
            FormRefusal refusal)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        return page(FormInputParser.text(cursor), HelpForm.empty(viewer.onceKey()), FormRefusal.NONE);
    }

    private HelpPage page(@Nullable String cursor, HelpForm form, FormRefusal refusal) {
        ResponsePage<HelpRequestResponse> requests = help.list(cursor, PAGE_SIZE);
        boolean mayAnswer =
                requests.items().stream().anyMatch(request -> request.isAsked() && viewer.covers(request.asked()));
        return new HelpPage(requests, mayAnswer ? units() : List.of(), form, refusal);
    }

    /** All of them: the page of one jurisdiction cannot be asked for. */
    private List<UnitDetailResponse> units() {
        var units = new ArrayList<UnitDetailResponse>();
        String cursor = null;
        do {
            ResponsePage<UnitDetailResponse> page = roster.list(null, cursor, UNITS);
            units.addAll(page.items());
            cursor = page.next();
        } while (cursor != null && units.size() < MOST_UNITS);
        return units;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@BeanParam HelpForm form) {
        return FormSubmission.of(
                HelpForm.FIELDS,
                () -> {
                    help.ask(IdempotencyKeyFactory.of(form.key()), form.command());
                    return FlashMessage.HELP_ASKED.then(viewer, "/help-requests");
                },
                refusal -> page(null, form, refusal));
    }

    /** @param unitId the one unit that may help; empty for all */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/grant")
    public Response grant(UUID id, @RestForm @Nullable String key, @RestForm @Nullable String unitId) {
        help.grant(id, IdempotencyKeyFactory.of(key), new HelpClient.Grant(FormInputParser.text(unitId)));
        return answered();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/refusal")
    public Response refuse(UUID id) {
        help.refuse(id);
        return answered();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/end")
    public Response end(UUID id) {
        help.end(id);
        return answered();
    }

    private Response answered() {
        return FlashMessage.HELP_CHANGED.then(viewer, "/help-requests");
    }
}
