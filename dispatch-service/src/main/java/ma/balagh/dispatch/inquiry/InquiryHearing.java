package ma.balagh.dispatch.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who is heard in an inquiry: known by a reference or initials, never by a name. */
@Entity
class InquiryHearing {

    @Schema(name = "HearingRole")
    enum Role {
        OFFICER_CONCERNED,
        WITNESS,
        COMPLAINANT
    }

    @Id
    private UUID id;

    private UUID inquiryId;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String person;
    private String place;
    private Instant scheduledAt;
    private String plannedBy;
    private Instant plannedAt;
    private @Nullable Instant heldAt;
    private @Nullable String record;
    private @Nullable String recordedBy;
    private @Nullable Instant recordedAt;

    protected InquiryHearing() {}

    static InquiryHearing plan(
            UUID inquiryId, Role role, String person, String place, Instant scheduledAt, InquiryActor by) {
        if (scheduledAt.isBefore(Instant.EPOCH)) {
            throw CommonProblem.invalid(Violation.beforeTheEpoch("scheduledAt"));
        }
        var hearing = new InquiryHearing();
        hearing.id = IdGenerator.next();
        hearing.inquiryId = inquiryId;
        hearing.role = role;
        hearing.person = person;
        hearing.place = place;
        hearing.scheduledAt = scheduledAt;
        hearing.plannedBy = by.name();
        hearing.plannedAt = by.at();
        return hearing;
    }

    /** @param words what was said, as somebody wrote it down */
    void record(Instant at, String words, InquiryActor by) {
        if (heldAt != null) {
            throw DispatchProblem.INQUIRY_OUT_OF_TURN.because("the hearing has its record already");
        }
        heldAt = at;
        record = words;
        recordedBy = by.name();
        recordedAt = by.at();
    }

    /**
     * A hearing as the interface shows it.
     *
     * @param person a reference or initials
     * @param heldAt absent until it was held
     * @param record what was said
     */
    @Schema(name = "InquiryHearing")
    record View(
            UUID id,
            Role role,
            String person,
            String place,
            Instant scheduledAt,
            String plannedBy,
            @Nullable Instant heldAt,
            @Nullable String record,
            @Nullable String recordedBy) {}

    View view() {
        return new View(id, role, person, place, scheduledAt, plannedBy, heldAt, record, recordedBy);
    }

    String person() {
        return person;
    }

    Instant scheduledAt() {
        return scheduledAt;
    }
}
