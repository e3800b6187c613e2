package ma.balagh.portal.inquiry;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch about inquiries. Each act takes a key, by which it is done once. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/inquiries")
public interface InquiryClient {

    /** @param overdue whether steps are overdue */
    @GET
    ResponsePage<InquiryResponse> list(
            @QueryParam("overdue") boolean overdue,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    /** With its {@code ETag}, for deciding about what was read. */
    @GET
    @Path("/{id}")
    RestResponse<InquiryFileResponse> read(@PathParam("id") UUID id);

    @POST
    @Path("/{id}/owner")
    InquiryFileResponse nameOwner(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Owner owner);

    @POST
    @Path("/{id}/steps")
    InquiryFileResponse planStep(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Step step);

    @POST
    @Path("/{id}/steps/{step}/completion")
    InquiryFileResponse completeStep(
            @PathParam("id") UUID id,
            @PathParam("step") UUID step,
            @HeaderParam("Idempotency-Key") String key,
            Completion completion);

    @POST
    @Path("/{id}/hearings")
    InquiryFileResponse planHearing(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Hearing hearing);

    @POST
    @Path("/{id}/hearings/{hearing}/record")
    InquiryFileResponse recordHearing(
            @PathParam("id") UUID id,
            @PathParam("hearing") UUID hearing,
            @HeaderParam("Idempotency-Key") String key,
            HearingRecord words);

    @POST
    @Path("/{id}/suspensions")
    InquiryFileResponse suspend(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Suspension suspension);

    @POST
    @Path("/{id}/suspensions/{suspension}/lifting")
    InquiryFileResponse liftSuspension(
            @PathParam("id") UUID id,
            @PathParam("suspension") UUID suspension,
            @HeaderParam("Idempotency-Key") String key,
            Lifting lifting);

    @POST
    @Path("/{id}/attachments")
    InquiryFileResponse attach(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Attachment attachment);

    @POST
    @Path("/{id}/closing")
    InquiryFileResponse proposeClosing(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Close closing);

    /** @param tag of the inquiry as it was read; 412 when it changed since */
    @POST
    @Path("/{id}/closing/decision")
    InquiryFileResponse decideClosing(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String tag,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);

    @POST
    @Path("/{id}/reporter-answer")
    InquiryFileResponse answerReporter(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Answer answer);

    @POST
    @Path("/{id}/hold")
    InquiryFileResponse placeHold(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Reason reason);

    @POST
    @Path("/{id}/hold/lifting")
    InquiryFileResponse liftHold(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Reason reason);

    /** @param owner whoever asks where it is not said */
    record Owner(@Nullable String owner) {}

    /** What is to be done. */
    record Step(@Nullable String title, @Nullable Instant dueAt) {}

    /** That it was done. */
    record Completion(@Nullable Instant doneAt, @Nullable String note) {}

    /** Who is heard. */
    record Hearing(
            @Nullable String role,
            @Nullable String person,
            @Nullable String place,
            @Nullable Instant scheduledAt) {}

    /** What was said. */
    record HearingRecord(@Nullable Instant heldAt, @Nullable String record) {}

    /** Who was suspended. */
    record Suspension(
            @Nullable String person,
            @Nullable String legalBasis,
            @Nullable Instant beginsAt,
            @Nullable Instant endsAt) {}

    /** Why no longer. */
    record Lifting(@Nullable Instant liftedAt, @Nullable String reason) {}

    /** Which evidence. */
    record Attachment(@Nullable String evidenceId, @Nullable String title) {}

    /** What the first person found. */
    record Close(@Nullable String finding, @Nullable String reason) {}

    /** What the second person says to it. */
    record Decision(@Nullable String decision, @Nullable String reason) {}

    /** What the reporter was told. */
    record Answer(@Nullable String channel, @Nullable String wording) {}

    /** Why. */
    record Reason(@Nullable String reason) {}
}
