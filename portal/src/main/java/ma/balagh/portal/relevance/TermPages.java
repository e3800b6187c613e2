package ma.balagh.portal.relevance;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

/** The list of terms: reading it, changing one term or the threshold, and its versions. Each change is a new version. */
@Path("/items/terms")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.INTAKE_OFFICER)
class TermPages {

    private static final String LIST = "/items/terms";
    private static final int LATEST = 5;
    private static final int PAGE_SIZE = 40;

    private final RelevanceClient relevance;
    private final Viewer viewer;

    TermPages(@RestClient RelevanceClient relevance, Viewer viewer) {
        this.relevance = relevance;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "relevance", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TermListPage(
            TermListResponse list,
            List<TermListResponse.Group> groups,
            @Nullable String words,
            @Nullable String tag,
            PagePart<ResponsePage<RelevanceClient.Version>> versions)
            implements TemplateInstance {}

    /** @param present what the list is by now, where somebody else was faster */
    @CheckedTemplate(basePath = "relevance", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TermFormPage(
            TermForm form, FormRefusal refusal, @Nullable TermListResponse present) implements TemplateInstance {}

    @CheckedTemplate(basePath = "relevance", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record VersionList(
            ResponsePage<RelevanceClient.Version> versions,
            @Nullable String cursor) implements TemplateInstance {}

    @CheckedTemplate(basePath = "relevance", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record VersionPage(TermListResponse list, PagePart<TermChanges> changes) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@QueryParam("q") @Nullable String words) {
        RestResponse<TermListResponse> answer = relevance.readTagged();
        TermListResponse list = answer.getEntity();
        return new TermListPage(
                list,
                list.groups(FormInputParser.text(words)),
                FormInputParser.text(words),
                answer.getHeaderString(HttpHeaders.ETAG),
                PagePart.of(() -> relevance.versions(null, LATEST)));
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        String tag = relevance.readTagged().getHeaderString(HttpHeaders.ETAG);
        return new TermFormPage(TermForm.empty(tag), FormRefusal.NONE, null);
    }

    @GET
    @Path("term")
    public TemplateInstance form(
            @QueryParam("term") @Nullable String words, @QueryParam("language") @Nullable String language) {
        RestResponse<TermListResponse> answer = relevance.readTagged();
        TermListResponse.Term term = answer.getEntity().terms().stream()
                .filter(each -> each.is(words, FormInputParser.text(language)))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return new TermFormPage(TermForm.of(term, answer.getHeaderString(HttpHeaders.ETAG)), FormRefusal.NONE, null);
    }

    /** Puts new ones on the list, or changes one. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("term")
    public Response save(@BeanParam TermForm form) {
        return FormSubmission.of(TermForm.FIELDS, () -> changed(form, form.drafts()), refusal -> again(form, refusal));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("removal")
    public Response remove(@BeanParam TermForm form) {
        return changed(form, List.of());
    }

    private Response changed(TermForm form, List<TermListResponse.Term> fresh) {
        TermListResponse list = relevance.readTagged().getEntity();
        List<TermListResponse.Term> terms =
                list.with(fresh, FormInputParser.text(form.was()), FormInputParser.text(form.wasLanguage()));
        return changed(
                form.tag(), new RelevanceClient.Change(list.threshold(), terms, FormInputParser.text(form.reason())));
    }

    private TemplateInstance again(TermForm form, FormRefusal refusal) {
        if (!refusal.isStale()) {
            return new TermFormPage(form, refusal, null);
        }
        RestResponse<TermListResponse> present = relevance.readTagged();
        return new TermFormPage(form.over(present.getHeaderString(HttpHeaders.ETAG)), refusal, present.getEntity());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("threshold")
    public Response threshold(
            @RestForm @Nullable String threshold, @RestForm @Nullable String reason, @RestForm @Nullable String tag) {
        Integer points = FormInputParser.wholeNumber(threshold, "threshold");
        if (points == null) {
            throw new FormInputParser.WrongInput("threshold");
        }
        TermListResponse list = relevance.readTagged().getEntity();
        return changed(tag, new RelevanceClient.Change(points, list.terms(), FormInputParser.text(reason)));
    }

    /** The tag is of what the officer read: what was read just now is only sent if it is still the same. */
    private Response changed(@Nullable String tag, RelevanceClient.Change change) {
        relevance.change(FormInputParser.text(tag), change);
        return FlashMessage.TERMS_CHANGED.then(viewer, LIST);
    }

    @GET
    @Path("versions")
    public TemplateInstance versions(@QueryParam("cursor") @Nullable String cursor) {
        return new VersionList(
                relevance.versions(FormInputParser.text(cursor), PAGE_SIZE), FormInputParser.text(cursor));
    }

    @GET
    @Path("versions/{version}")
    public TemplateInstance version(int version) {
        TermListResponse list = relevance.version(version);
        return new VersionPage(list, PagePart.of(() -> TermChanges.between(relevance.version(version - 1), list)));
    }
}
