package ma.balagh.dispatch.inquiry;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.http.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What belongs to an inquiry over REST. Each act answers with the whole file. */
@Tag(name = "Inquiries")
@Path("/api/v1/inquiries/{id}")
@Produces(MediaType.APPLICATION_JSON)
@CompartmentOnly
@Authenticated
class InquiryPartResource {

    private final InquiryPartService parts;
    private final InquiryFileService files;
    private final InquiryEvidenceClient evidence;
    private final Caller caller;

    InquiryPartResource(
            InquiryPartService parts, InquiryFileService files, InquiryEvidenceClient evidence, Caller caller) {
        this.parts = parts;
        this.files = files;
        this.evidence = evidence;
        this.caller = caller;
    }

    @POST
    @Path("/steps")
    @Operation(summary = "Plan a step")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "The inquiry is closed")
    public RestResponse<InquiryFileView> planStep(UUID id, @Valid @NotNull PlanStep command) {
        return files.act(id, command, caller, inquiry -> parts.planStep(inquiry, command, caller));
    }

    @POST
    @Path("/steps/{stepId}/completion")
    @Operation(summary = "Note that a step is done")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "It is done already, or the inquiry is closed")
    public RestResponse<InquiryFileView> completeStep(UUID id, UUID stepId, @Valid @NotNull CompleteStep command) {
        return files.act(id, command, caller, inquiry -> parts.completeStep(inquiry, stepId, command, caller));
    }

    @POST
    @Path("/hearings")
    @Operation(summary = "Plan a hearing; the person has initials or a reference, never a name")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "The inquiry is closed")
    public RestResponse<InquiryFileView> planHearing(UUID id, @Valid @NotNull PlanHearing command) {
        return files.act(id, command, caller, inquiry -> parts.planHearing(inquiry, command, caller));
    }

    @POST
    @Path("/hearings/{hearingId}/record")
    @Operation(summary = "Note that a hearing was held, and what was said")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "It has its record already, or the inquiry is closed")
    public RestResponse<InquiryFileView> recordHearing(UUID id, UUID hearingId, @Valid @NotNull RecordHearing command) {
        return files.act(id, command, caller, inquiry -> parts.recordHearing(inquiry, hearingId, command, caller));
    }

    /** Intake is asked before anything is held. */
    @POST
    @Path("/attachments")
    @RunOnVirtualThread
    @Operation(
            summary = "Attach evidence by reference",
            description = "Its digest is intake's, which is asked in the caller's name.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "The inquiry is closed")
    @APIResponse(responseCode = "503", description = "Intake does not answer")
    public RestResponse<InquiryFileView> attach(UUID id, @Valid @NotNull AttachEvidence command) {
        files.require(id);
        String sha256 = evidence.digestOf(command.evidenceId());
        return files.act(id, command, caller, inquiry -> parts.attach(inquiry, command, sha256, caller));
    }

    @POST
    @Path("/suspensions")
    @Operation(summary = "Record that an officer was suspended")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "The inquiry is closed")
    public RestResponse<InquiryFileView> suspend(UUID id, @Valid @NotNull SuspendOfficer command) {
        return files.act(id, command, caller, inquiry -> parts.suspend(inquiry, command, caller));
    }

    @POST
    @Path("/suspensions/{suspensionId}/lifting")
    @Operation(summary = "Record that a suspension was lifted")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "It was lifted already, or the file is erased")
    public RestResponse<InquiryFileView> liftSuspension(
            UUID id, UUID suspensionId, @Valid @NotNull LiftSuspension command) {
        return files.act(id, command, caller, inquiry -> parts.liftSuspension(inquiry, suspensionId, command, caller));
    }
}
