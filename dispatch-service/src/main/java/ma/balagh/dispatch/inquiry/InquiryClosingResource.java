package ma.balagh.dispatch.inquiry;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.Explanation;
import ma.balagh.http.Preconditions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The end of an inquiry over REST: one person proposes what it came to, another one decides. */
@Tag(name = "Inquiries")
@Path("/api/v1/inquiries/{id}/closing")
@Produces(MediaType.APPLICATION_JSON)
@CompartmentOnly
@Authenticated
class InquiryClosingResource {

    /** What an inquiry came to, as the first person tells it. */
    record ProposeClosing(
            @NotNull InquiryFinding finding,
            @NotNull @Size(max = 20_000) @Explanation String reason) {}

    /** What the second person says to it. */
    record DecideClosing(
            InquiryClosingService.@NotNull Choice decision,
            @NotNull @Size(max = 2000) @Explanation String reason) {}

    private final InquiryClosingService closings;
    private final InquiryFileService files;
    private final Preconditions preconditions;
    private final Caller caller;

    InquiryClosingResource(
            InquiryClosingService closings, InquiryFileService files, Preconditions preconditions, Caller caller) {
        this.closings = closings;
        this.files = files;
        this.preconditions = preconditions;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Propose what an inquiry came to; it stays open until a second person confirms")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "It is closed, or a proposal waits")
    public RestResponse<InquiryFileView> propose(UUID id, @Valid @NotNull ProposeClosing command) {
        return files.act(
                id, command, caller, inquiry -> closings.propose(inquiry, command.finding(), command.reason(), caller));
    }

    @POST
    @Path("/decision")
    @Operation(summary = "Confirm or refuse what is proposed; 403 for who proposed it")
    @Parameter(ref = HttpHeaders.IF_MATCH)
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "403", description = "The proposal is the caller's own")
    @APIResponse(responseCode = "409", description = "It is closed, or no closing is proposed")
    @APIResponse(responseCode = "412", description = "The inquiry has changed since")
    @APIResponse(responseCode = "428", description = "No If-Match")
    public RestResponse<InquiryFileView> decide(UUID id, @Valid @NotNull DecideClosing command) {
        files.require(id);
        preconditions.requireStated();
        return files.act(
                id, command, caller, inquiry -> closings.decide(inquiry, command.decision(), command.reason(), caller));
    }
}
