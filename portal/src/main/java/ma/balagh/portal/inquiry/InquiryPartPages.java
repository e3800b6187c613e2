package ma.balagh.portal.inquiry;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import ma.balagh.portal.shell.FlashMessage;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.Viewer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What internal affairs adds to the file of an inquiry: steps, hearings, suspensions, evidence. */
@Path("/inquiries/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
@Authenticated
class InquiryPartPages {

    private final InquiryClient inquiries;
    private final Viewer viewer;

    InquiryPartPages(@RestClient InquiryClient inquiries, Viewer viewer) {
        this.inquiries = inquiries;
        this.viewer = viewer;
    }

    @POST
    @Path("steps")
    public Response planStep(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String title,
            @RestForm @Nullable String dueAt) {
        var step = new InquiryClient.Step(FormInputParser.text(title), FormInputParser.moment(dueAt, "dueAt"));
        inquiries.planStep(id, IdempotencyKeyFactory.of(key), step);
        return noted(id);
    }

    @POST
    @Path("steps/{step}/completion")
    public Response completeStep(
            UUID id,
            UUID step,
            @RestForm @Nullable String key,
            @RestForm @Nullable String doneAt,
            @RestForm @Nullable String note) {
        var completion =
                new InquiryClient.Completion(FormInputParser.moment(doneAt, "doneAt"), FormInputParser.text(note));
        inquiries.completeStep(id, step, IdempotencyKeyFactory.of(key), completion);
        return noted(id);
    }

    @POST
    @Path("hearings")
    public Response planHearing(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String role,
            @RestForm @Nullable String person,
            @RestForm @Nullable String place,
            @RestForm @Nullable String scheduledAt) {
        var hearing = new InquiryClient.Hearing(
                FormInputParser.text(role),
                FormInputParser.text(person),
                FormInputParser.text(place),
                FormInputParser.moment(scheduledAt, "scheduledAt"));
        inquiries.planHearing(id, IdempotencyKeyFactory.of(key), hearing);
        return noted(id);
    }

    @POST
    @Path("hearings/{hearing}/record")
    public Response recordHearing(
            UUID id,
            UUID hearing,
            @RestForm @Nullable String key,
            @RestForm @Nullable String heldAt,
            @RestForm @Nullable String record) {
        var words =
                new InquiryClient.HearingRecord(FormInputParser.moment(heldAt, "heldAt"), FormInputParser.text(record));
        inquiries.recordHearing(id, hearing, IdempotencyKeyFactory.of(key), words);
        return noted(id);
    }

    @POST
    @Path("suspensions")
    public Response suspend(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String person,
            @RestForm @Nullable String legalBasis,
            @RestForm @Nullable String beginsAt,
            @RestForm @Nullable String endsAt) {
        var suspension = new InquiryClient.Suspension(
                FormInputParser.text(person),
                FormInputParser.text(legalBasis),
                FormInputParser.moment(beginsAt, "beginsAt"),
                FormInputParser.moment(endsAt, "endsAt"));
        inquiries.suspend(id, IdempotencyKeyFactory.of(key), suspension);
        return noted(id);
    }

    @POST
    @Path("suspensions/{suspension}/lifting")
    public Response liftSuspension(
            UUID id,
            UUID suspension,
            @RestForm @Nullable String key,
            @RestForm @Nullable String liftedAt,
            @RestForm @Nullable String reason) {
        var lifting =
                new InquiryClient.Lifting(FormInputParser.moment(liftedAt, "liftedAt"), FormInputParser.text(reason));
        inquiries.liftSuspension(id, suspension, IdempotencyKeyFactory.of(key), lifting);
        return noted(id);
    }

    @POST
    @Path("attachments")
    public Response attach(
            UUID id,
            @RestForm @Nullable String key,
            @RestForm @Nullable String evidenceId,
            @RestForm @Nullable String title) {
        var attachment = new InquiryClient.Attachment(FormInputParser.text(evidenceId), FormInputParser.text(title));
        inquiries.attach(id, IdempotencyKeyFactory.of(key), attachment);
        return noted(id);
    }

    private Response noted(UUID id) {
        return FlashMessage.INQUIRY_CHANGED.then(viewer, "/inquiries/" + id);
    }
}
