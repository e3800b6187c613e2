package ma.balagh.dispatch.inquiry;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.Explanation;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
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

    /** @param owner user name of an account of internal affairs; whoever asks where it is not said */
    record NameOwner(
            @Size(max = 100) @Pattern(regexp = "[\\p{L}0-9._@-]{1,100}", message = "must be a user name") @Nullable
            String owner) {}

    /** @param wording what the reporter was told */
    record AnswerReporter(
            ReporterAnswer.@NotNull Channel channel,
            @NotNull @Size(max = 2000) @Explanation String wording) {}

    record StateReason(
            @NotNull @Size(max = 2000) @Explanation String reason) {}

    private final InquiryService inquiries;
    private final InquiryFileService files;
    private final Caller caller;

    InquiryResource(InquiryService inquiries, InquiryFileService files, Caller caller) {
        this.inquiries = inquiries;
        this.files = files;
        this.caller = caller;
    }

    /** @param overdue whether steps are overdue; those with and without are shown where it is not said */
    @GET
    @Operation(summary = "Inquiries, newest first; 404 for all but internal affairs")
    public Page<InquiryView> list(
            @QueryParam("state") Inquiry.@Nullable State state,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @BeanParam PageRequest page) {
        return files.list(state, overdue, page, caller);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One inquiry with its file and its timeline")
    public RestResponse<InquiryFileView> show(UUID id) {
        return files.show(id, caller);
    }

    @POST
    @Path("/{id}/owner")
    @Operation(summary = "Take an inquiry, or give it to somebody of internal affairs")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "It is closed")
    public RestResponse<InquiryFileView> nameOwner(UUID id, @Valid @NotNull NameOwner command) {
        return files.act(id, command, caller, inquiry -> inquiries.assign(inquiry, command.owner(), caller));
    }

    @POST
    @Path("/{id}/reporter-answer")
    @Operation(
            summary = "Note what the reporter was told of the outcome",
            description = "It stays in the file. The receipt says what it has said since the verdict.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "It has no outcome yet, or its file is erased")
    public RestResponse<InquiryFileView> answerReporter(UUID id, @Valid @NotNull AnswerReporter command) {
        return files.act(
                id,
                command,
                caller,
                inquiry -> inquiries.answerReporter(inquiry, command.channel(), command.wording(), caller));
    }

    @POST
    @Path("/{id}/hold")
    @Operation(summary = "Keep the file from being erased")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "It is held already, or its file is erased")
    public RestResponse<InquiryFileView> placeHold(UUID id, @Valid @NotNull StateReason command) {
        return files.act(id, command, caller, inquiry -> inquiries.placeHold(inquiry, command.reason(), caller));
    }

    @POST
    @Path("/{id}/hold/lifting")
    @Operation(summary = "Let the file be erased when its time has come")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "It is not held")
    public RestResponse<InquiryFileView> liftHold(UUID id, @Valid @NotNull StateReason command) {
        return files.act(id, command, caller, inquiry -> inquiries.liftHold(inquiry, command.reason(), caller));
    }
}
