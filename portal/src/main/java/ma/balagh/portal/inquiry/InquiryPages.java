package ma.balagh.portal.inquiry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The desk of internal affairs. Dispatch answers everybody else that nothing is here (404), and so does this. */
@Path("/inquiries")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@Authenticated
class InquiryPages {

    private static final int PAGE_SIZE = 40;

    private final InquiryClient inquiries;
    private final RefilingClient refilings;
    private final Viewer viewer;

    InquiryPages(@RestClient InquiryClient inquiries, @RestClient RefilingClient refilings, Viewer viewer) {
        this.inquiries = inquiries;
        this.refilings = refilings;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "inquiry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record InquiryList(
            List<InquiryResponse> inquiries,
            String here,
            @Nullable String more,
            PagePart<ResponsePage<RefilingResponse>> refilings)
            implements TemplateInstance {}

    /** @param tag of the inquiry as it is shown */
    @CheckedTemplate(basePath = "inquiry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record InquiryPage(InquiryFileResponse file, @Nullable String tag) implements TemplateInstance {}

    /**
     * Those with overdue steps come before all others.
     *
     * @param overdue whether the page begins among those, as the first one does
     */
    @GET
    public TemplateInstance list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("overdue") boolean overdue) {
        String from = FormInputParser.text(cursor);
        var shown = new ArrayList<InquiryResponse>();
        String more = null;
        boolean late = overdue || from == null;
        if (late) {
            var page = inquiries.list(true, from, PAGE_SIZE);
            shown.addAll(page.items());
            more = page.next() == null ? null : address(true, page.next());
        }
        if (more == null) {
            var page = inquiries.list(false, late ? null : from, PAGE_SIZE);
            shown.addAll(page.items());
            more = page.next() == null ? null : address(false, page.next());
        }
        return new InquiryList(shown, address(overdue, from), more, PagePart.of(() -> refilings.list(null, PAGE_SIZE)));
    }

    private static String address(boolean overdue, @Nullable String cursor) {
        UriBuilder address = UriBuilder.fromPath("/inquiries");
        if (overdue) {
            address.queryParam("overdue", true);
        }
        if (cursor != null) {
            address.queryParam("cursor", "{cursor}").resolveTemplate("cursor", cursor);
        }
        return address.build().toString();
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        var answer = inquiries.read(id);
        return new InquiryPage(answer.getEntity(), answer.getHeaderString(HttpHeaders.ETAG));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/owner")
    public Response nameOwner(UUID id, @RestForm @Nullable String key, @RestForm @Nullable String owner) {
        inquiries.nameOwner(id, IdempotencyKeyFactory.of(key), new InquiryClient.Owner(FormInputParser.text(owner)));
        return noted(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/closing")
    public Response proposeClosing(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String finding,
            @RestForm @Nullable String reason) {
        inquiries.proposeClosing(
                id,
                IdempotencyKeyFactory.of(key),
                new InquiryClient.Close(FormInputParser.text(finding), FormInputParser.text(reason)));
        return FlashMessage.CLOSING_PROPOSED.then(viewer, page(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/closing/decision")
    public Response decideClosing(
            UUID id,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String key,
            @RestForm @Nullable String decision,
            @RestForm @Nullable String reason) {
        String choice = FormInputParser.text(decision);
        inquiries.decideClosing(
                id,
                FormInputParser.text(tag),
                IdempotencyKeyFactory.of(key),
                new InquiryClient.Decision(choice, FormInputParser.text(reason)));
        var done = "CONFIRM".equals(choice) ? FlashMessage.INQUIRY_CLOSED : FlashMessage.CLOSING_REFUSED;
        return done.then(viewer, page(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/reporter-answer")
    public Response answerReporter(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String channel,
            @RestForm @Nullable String wording) {
        inquiries.answerReporter(
                id,
                IdempotencyKeyFactory.of(key),
                new InquiryClient.Answer(FormInputParser.text(channel), FormInputParser.text(wording)));
        return noted(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/hold")
    public Response placeHold(UUID id, @RestForm @Nullable String key, @RestForm @Nullable String reason) {
        inquiries.placeHold(id, IdempotencyKeyFactory.of(key), new InquiryClient.Reason(FormInputParser.text(reason)));
        return noted(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/hold/lifting")
    public Response liftHold(UUID id, @RestForm @Nullable String key, @RestForm @Nullable String reason) {
        inquiries.liftHold(id, IdempotencyKeyFactory.of(key), new InquiryClient.Reason(FormInputParser.text(reason)));
        return noted(id);
    }

    private Response noted(UUID id) {
        return FlashMessage.INQUIRY_CHANGED.then(viewer, page(id));
    }

    private static String page(UUID id) {
        return "/inquiries/" + id;
    }
}
