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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
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
            ResponsePage<InquiryResponse> inquiries,
            String here,
            @Nullable String more,
            PagePart<ResponsePage<RefilingResponse>> refilings)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "inquiry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record InquiryPage(InquiryResponse inquiry) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        String from = FormInputParser.text(cursor);
        ResponsePage<InquiryResponse> page = inquiries.list(from, PAGE_SIZE);
        return new InquiryList(
                page,
                address(from),
                page.next() == null ? null : address(page.next()),
                PagePart.of(() -> refilings.list(null, PAGE_SIZE)));
    }

    private static String address(@Nullable String cursor) {
        UriBuilder address = UriBuilder.fromPath("/inquiries");
        if (cursor != null) {
            address.queryParam("cursor", "{cursor}").resolveTemplate("cursor", cursor);
        }
        return address.build().toString();
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(UUID id) {
        return new InquiryPage(inquiries.read(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/closing")
    public Response close(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String finding,
            @RestForm @Nullable String reason) {
        inquiries.close(
                id,
                IdempotencyKeyFactory.of(key),
                new InquiryClient.Close(FormInputParser.text(finding), FormInputParser.text(reason)));
        return FlashMessage.INQUIRY_CLOSED.then(viewer, "/inquiries/" + id);
    }
}
