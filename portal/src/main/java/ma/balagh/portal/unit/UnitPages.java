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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The roster: which units there are, what they can do, when they work and where they wait. */
@Path("/units")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.DISPATCHER)
class UnitPages {

    private static final int PAGE_SIZE = 100;

    private final RosterClient roster;
    private final Viewer viewer;

    UnitPages(@RestClient RosterClient roster, Viewer viewer) {
        this.roster = roster;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "unit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record UnitList(ResponsePage<UnitDetailResponse> units, UnitFilter filter) implements TemplateInstance {}

    @CheckedTemplate(basePath = "unit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record UnitPage(UnitDetailResponse unit, @Nullable String tag) implements TemplateInstance {}

    /** @param unit what is changed; nothing for a new one */
    @CheckedTemplate(basePath = "unit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record UnitFormPage(@Nullable UnitDetailResponse unit, UnitForm form, FormRefusal refusal)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @QueryParam("status") @Nullable String status, @QueryParam("cursor") @Nullable String cursor) {
        UnitFilter filter = UnitFilter.of(status, cursor);
        return new UnitList(roster.list(filter.statusName(), filter.cursor(), PAGE_SIZE), filter);
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        return new UnitFormPage(null, UnitForm.empty(viewer.onceKey()), FormRefusal.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enlist(@BeanParam UnitForm form) {
        return FormSubmission.of(
                UnitForm.FIELDS,
                () -> FlashMessage.UNIT_ENLISTED.then(
                        viewer,
                        address(roster.enlist(IdempotencyKeyFactory.of(form.key()), form.command())
                                .id())),
                refusal -> new UnitFormPage(null, form, refusal));
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        RestResponse<UnitDetailResponse> answer = roster.readTagged(id);
        return new UnitPage(answer.getEntity(), answer.getHeaderString(HttpHeaders.ETAG));
    }

    @GET
    @Path("{id}/change")
    public TemplateInstance change(UUID id) {
        RestResponse<UnitDetailResponse> answer = roster.readTagged(id);
        UnitDetailResponse unit = answer.getEntity();
        return new UnitFormPage(unit, UnitForm.of(unit, answer.getHeaderString(HttpHeaders.ETAG)), FormRefusal.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/change")
    public Response change(UUID id, @BeanParam UnitForm form) {
        return FormSubmission.of(
                UnitForm.FIELDS,
                () -> {
                    roster.describe(id, FormInputParser.text(form.tag()), form.command());
                    return changed(id);
                },
                refusal -> again(id, form, refusal));
    }

    /** Who was too late sees what stands there now, and decides. */
    private TemplateInstance again(UUID id, UnitForm form, FormRefusal refusal) {
        if (!refusal.isStale()) {
            return new UnitFormPage(
                    PagePart.of(() -> roster.readTagged(id).getEntity()).orNothing(), form, refusal);
        }
        RestResponse<UnitDetailResponse> present = roster.readTagged(id);
        return new UnitFormPage(present.getEntity(), form.over(present.getHeaderString(HttpHeaders.ETAG)), refusal);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/status")
    public Response report(
            UUID id,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String status,
            @RestForm @Nullable String reason) {
        boolean busy = "BUSY".equals(status);
        roster.report(
                id,
                FormInputParser.text(tag),
                new RosterClient.StatusChange(
                        FormInputParser.text(status), busy ? FormInputParser.text(reason) : null));
        return changed(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/shift")
    public Response plan(
            UUID id,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String beginsAt,
            @RestForm @Nullable String endsAt) {
        var present = roster.readTagged(id).getEntity().shift();
        roster.plan(
                id,
                FormInputParser.text(tag),
                new UnitDetailResponse.Shift(
                        FormInputParser.moment(beginsAt, present == null ? null : present.beginsAt(), "beginsAt"),
                        FormInputParser.moment(endsAt, present == null ? null : present.endsAt(), "endsAt")));
        return changed(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/shift/removal")
    public Response cancelShift(UUID id, @RestForm @Nullable String tag) {
        roster.cancelShift(id, FormInputParser.text(tag));
        return changed(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/home-post")
    public Response moveHome(
            UUID id,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String name,
            @RestForm @Nullable String latitude,
            @RestForm @Nullable String longitude) {
        roster.moveHome(
                id,
                FormInputParser.text(tag),
                new RosterClient.Home(
                        FormInputParser.text(name),
                        FormInputParser.number(latitude, "latitude"),
                        FormInputParser.number(longitude, "longitude")));
        return changed(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/home-post/removal")
    public Response leaveHome(UUID id, @RestForm @Nullable String tag) {
        roster.leaveHome(id, FormInputParser.text(tag));
        return changed(id);
    }

    private Response changed(UUID id) {
        return FlashMessage.UNIT_CHANGED.then(viewer, address(id));
    }

    private static String address(UUID id) {
        return "/units/" + id;
    }
}
