package ma.balagh.dispatch.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;

/**
 * Keeps what belongs to an inquiry, each part together with its entry in the timeline. What is past is read off the clock
 * before the time of its recording, so that it never comes after it.
 */
@ApplicationScoped
class InquiryPartService {

    private final InquiryPartRepository parts;
    private final Timestamps moments;

    InquiryPartService(InquiryPartRepository parts, Timestamps moments) {
        this.parts = parts;
        this.moments = moments;
    }

    @Transactional
    void planStep(Inquiry inquiry, PlanStep command, Caller caller) {
        var actor = InquiryActor.of(caller, moments.now());
        var entry = inquiry.addToFile(InquiryEntry.Kind.STEP_PLANNED, actor, command.title());
        parts.add(InquiryStep.plan(inquiry.id(), command.title(), command.dueAt(), actor), entry);
    }

    @Transactional
    void completeStep(Inquiry inquiry, UUID stepId, CompleteStep command, Caller caller) {
        var step = part(inquiry, stepId, InquiryStep.class, "the step");
        var doneAt = moments.past("doneAt", command.doneAt());
        var actor = InquiryActor.of(caller, moments.now());
        var entry = inquiry.addToFile(InquiryEntry.Kind.STEP_DONE, actor, step.title());
        step.complete(doneAt, command.note(), actor);
        parts.add(entry);
    }

    @Transactional
    void planHearing(Inquiry inquiry, PlanHearing command, Caller caller) {
        var actor = InquiryActor.of(caller, moments.now());
        var entry = inquiry.addToFile(InquiryEntry.Kind.HEARING_PLANNED, actor, command.person());
        parts.add(
                InquiryHearing.plan(
                        inquiry.id(), command.role(), command.person(), command.place(), command.scheduledAt(), actor),
                entry);
    }

    /** Held when it was to be, where nothing else is said: one that is still to come was not held. */
    @Transactional
    void recordHearing(Inquiry inquiry, UUID hearingId, RecordHearing command, Caller caller) {
        var hearing = part(inquiry, hearingId, InquiryHearing.class, "the hearing");
        var heldAt = moments.past("heldAt", command.heldAt() == null ? hearing.scheduledAt() : command.heldAt());
        var actor = InquiryActor.of(caller, moments.now());
        var entry = inquiry.addToFile(InquiryEntry.Kind.HEARING_HELD, actor, hearing.person());
        hearing.record(heldAt, command.record(), actor);
        parts.add(entry);
    }

    /** @param sha256 of the evidence, as intake has it */
    @Transactional
    void attach(Inquiry inquiry, AttachEvidence command, String sha256, Caller caller) {
        var actor = InquiryActor.of(caller, moments.now());
        var entry = inquiry.addToFile(InquiryEntry.Kind.ATTACHED, actor, command.title());
        boolean attached = parts.of(inquiry.id(), InquiryAttachment.class).stream()
                .anyMatch(attachment -> attachment.evidenceId().equals(command.evidenceId()));
        if (attached) {
            throw CommonProblem.invalid(Violation.listedTwice("evidenceId", "is attached already"));
        }
        parts.add(InquiryAttachment.of(inquiry.id(), command.evidenceId(), sha256, command.title(), actor), entry);
    }

    @Transactional
    void suspend(Inquiry inquiry, SuspendOfficer command, Caller caller) {
        var actor = InquiryActor.of(caller, moments.now());
        var entry = inquiry.addToFile(InquiryEntry.Kind.SUSPENDED, actor, command.person());
        parts.add(
                InquirySuspension.record(
                        inquiry.id(),
                        command.person(),
                        command.legalBasis(),
                        command.beginsAt(),
                        command.endsAt(),
                        actor),
                entry);
    }

    @Transactional
    void liftSuspension(Inquiry inquiry, UUID suspensionId, LiftSuspension command, Caller caller) {
        var suspension = part(inquiry, suspensionId, InquirySuspension.class, "the suspension");
        var liftedAt = moments.past("liftedAt", command.liftedAt());
        var actor = InquiryActor.of(caller, moments.now());
        var entry = inquiry.liftSuspension(suspension.person(), actor);
        suspension.lift(liftedAt, command.reason(), actor);
        parts.add(entry);
    }

    private <T> T part(Inquiry inquiry, UUID id, Class<T> type, String name) {
        return parts.find(inquiry.id(), id, type).orElseThrow(() -> CommonProblem.notFound(name));
    }
}
