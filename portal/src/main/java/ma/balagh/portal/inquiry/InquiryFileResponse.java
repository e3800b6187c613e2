package ma.balagh.portal.inquiry;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An inquiry with all that stands in its file. */
@TemplateData
public record InquiryFileResponse(
        InquiryResponse inquiry,
        List<Step> steps,
        List<Hearing> hearings,
        List<Suspension> suspensions,
        List<Attachment> attachments,
        List<Entry> timeline) {

    /** Who is heard. */
    public enum Role {
        OFFICER_CONCERNED,
        WITNESS,
        COMPLAINANT
    }

    /** What happened. */
    public enum Kind {
        OPENED,
        OWNER_NAMED,
        STEP_PLANNED,
        STEP_DONE,
        HEARING_PLANNED,
        HEARING_HELD,
        ATTACHED,
        SUSPENDED,
        SUSPENSION_LIFTED,
        CLOSING_PROPOSED,
        CLOSING_REFUSED,
        CLOSED,
        REPORTER_ANSWERED,
        HOLD_PLACED,
        HOLD_LIFTED
    }

    /** What is to be done, or was. */
    @TemplateData
    public record Step(
            UUID id,
            String title,
            Instant dueAt,
            boolean overdue,
            String plannedBy,
            Instant plannedAt,
            @Nullable String doneBy,
            @Nullable Instant doneAt,
            @Nullable String note) {}

    /** @param person a reference or initials */
    @TemplateData
    public record Hearing(
            UUID id,
            @Nullable Role role,
            String person,
            String place,
            Instant scheduledAt,
            String plannedBy,
            @Nullable Instant heldAt,
            @Nullable String record,
            @Nullable String recordedBy) {}

    /** @param lasting whether it is neither over nor lifted */
    @TemplateData
    public record Suspension(
            UUID id,
            String person,
            String legalBasis,
            Instant beginsAt,
            Instant endsAt,
            boolean lasting,
            String recordedBy,
            Instant recordedAt,
            @Nullable Instant liftedAt,
            @Nullable String liftingReason,
            @Nullable String liftedBy) {}

    /** Evidence that it refers to. */
    @TemplateData
    public record Attachment(UUID id, UUID evidenceId, String sha256, String title, String addedBy, Instant addedAt) {}

    /** @param by nobody where the service did it */
    @TemplateData
    public record Entry(
            int number,
            @Nullable Kind kind,
            Instant at,
            @Nullable String by,
            @Nullable String note) {}

    /** Whether something may be added to it. */
    public boolean isOpen() {
        return inquiry.isOpen();
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }

    public List<InquiryResponse.Finding> findings() {
        return List.of(InquiryResponse.Finding.values());
    }

    public List<InquiryResponse.Channel> channels() {
        return List.of(InquiryResponse.Channel.values());
    }

    /** Those that are not done, the one that is due first at the top; then those that are. */
    public List<Step> orderedSteps() {
        return steps.stream()
                .sorted(Comparator.comparing((Step step) -> step.doneAt() != null)
                        .thenComparing(Step::dueAt))
                .toList();
    }
}
