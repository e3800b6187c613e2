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
import ma.balagh.http.IdempotencyKeys;
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
@Compartment
@Authenticated
class InquiryResource {

    private final Inquiries inquiries;
    private final InquiryStore store;
    private final InquiryConsultations consultations;
    private final Caller caller;
    private final Preconditions preconditions;
    private final IdempotencyKeys keys;

    InquiryResource(
            Inquiries inquiries,
            InquiryStore store,
            InquiryConsultations consultations,
            Caller caller,
            Preconditions preconditions,
            IdempotencyKeys keys) {
        this.inquiries = inquiries;
        this.store = store;
        this.consultations = consultations;
        this.caller = caller;
        this.preconditions = preconditions;
        this.keys = keys;
    }

    /** A list shows whole inquiries, so each of them counts as looked at. */
    @GET
    @Transactional
    @Operation(summary = "Inquiries, newest first; 404 for all but internal affairs")
    public Page<Inquiry> list(@QueryParam("state") Inquiry.@Nullable State state, @BeanParam PageRequest page) {
        var shown = Page.of(store.list(caller.jurisdictions(), state, page), page, Inquiry::id);
        consultations.record(shown.items(), caller);
        return shown;
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "One inquiry")
    public RestResponse<Inquiry> show(UUID id) {
        var inquiry = visible(id);
        consultations.record(List.of(inquiry), caller);
        return preconditions.tagged(Preconditions.tag(inquiry.version()), () -> inquiry);
    }

    @POST
    @Path("/{id}/closing")
    @Operation(summary = "Close an inquiry with a finding")
    public RestResponse<Inquiry> close(UUID id, @Valid @NotNull ClosingReport report) {
        return keys.once(report, () -> visible(id), () -> {
            var closed = inquiries.close(
                    id,
                    report,
                    caller.jurisdictions(),
                    caller.name(),
                    inquiry -> preconditions.requireMatch(Preconditions.tag(inquiry.version())));
            return ResponseBuilder.ok(closed)
                    .tag(Preconditions.tag(closed.version()))
                    .build();
        });
    }

    private Inquiry visible(UUID id) {
        return store.find(id, caller.jurisdictions()).orElseThrow(() -> CommonProblem.notFound("the inquiry"));
    }
}
