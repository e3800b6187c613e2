package ma.balagh.dispatch.inquiry;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Inquiries over REST. A role here would answer 403 and so tell that there is something: {@link CompartmentFilter}
 * answers 404 to whoever is not of internal affairs, before anything of the request is looked at.
 */
@Tag(name = "Inquiries")
@Path("/api/v1/inquiries")
@Produces(MediaType.APPLICATION_JSON)
@CompartmentOnly
@Authenticated
class InquiryResource {

    private final InquiryService inquiries;
    private final InquiryRepository repository;
    private final InquiryConsultationRepository consultations;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyService keys;

    InquiryResource(
            InquiryService inquiries,
            InquiryRepository repository,
            InquiryConsultationRepository consultations,
            Caller caller,
            Preconditions preconditions,
            IdempotencyService keys) {
        this.inquiries = inquiries;
        this.repository = repository;
        this.consultations = consultations;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    /** A list shows whole inquiries, so each of them counts as looked at. */
    @GET
    @Transactional
    @Operation(summary = "Inquiries, newest first; 404 for all but internal affairs")
    public Page<InquiryView> list(@QueryParam("state") Inquiry.@Nullable State state, @BeanParam PageRequest page) {
        var shown = Page.of(repository.list(state, page), page, Inquiry::id);
        consultations.record(shown.items().stream().map(Inquiry::id).toList(), caller);
        return shown.map(InquiryView::of);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "One inquiry")
    public RestResponse<InquiryView> show(UUID id) {
        var inquiry = visible(id);
        consultations.record(List.of(inquiry.id()), caller);
        return preconditions.tagged(Preconditions.tag(inquiry.version()), () -> InquiryView.of(inquiry));
    }

    @POST
    @Path("/{id}/closing")
    @Operation(summary = "Close an inquiry with a finding")
    public RestResponse<InquiryView> close(UUID id, @Valid @NotNull ClosingReport report) {
        return keys.once(report, () -> visible(id), () -> {
            var closed = inquiries.close(
                    id,
                    report,
                    caller.name(),
                    inquiry -> preconditions.requireMatch(Preconditions.tag(inquiry.version())));
            return ResponseBuilder.ok(InquiryView.of(closed))
                    .tag(Preconditions.tag(closed.version()))
                    .build();
        });
    }

    private Inquiry visible(UUID id) {
        return repository.findByIdOptional(id).orElseThrow(() -> CommonProblem.notFound("the inquiry"));
    }
}
