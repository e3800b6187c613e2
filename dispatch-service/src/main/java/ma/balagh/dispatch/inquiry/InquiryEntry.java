package ma.balagh.dispatch.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One line of an inquiry's timeline. It is never changed, and goes with the whole file alone. */
@Entity
@Immutable
class InquiryEntry {

    @Schema(name = "InquiryEntryKind")
    enum Kind {
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

    @Id
    private UUID id;

    private UUID inquiryId;
    private int number;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private Instant at;
    private @Nullable String actedBy;
    private @Nullable String note;

    protected InquiryEntry() {}

    /** The first one. */
    static InquiryEntry opening(UUID inquiryId, Instant at) {
        return of(inquiryId, 1, Kind.OPENED, at, null, null);
    }

    /** @param number its place in the timeline, from 1 */
    static InquiryEntry of(
            UUID inquiryId, int number, Kind kind, Instant at, @Nullable String actedBy, @Nullable String note) {
        var entry = new InquiryEntry();
        entry.id = IdGenerator.next();
        entry.inquiryId = inquiryId;
        entry.number = number;
        entry.kind = kind;
        entry.at = at;
        entry.actedBy = actedBy;
        entry.note = note;
        return entry;
    }

    /** @param by user name; absent where the service did it */
    @Schema(name = "InquiryEntry")
    record View(
            int number,
            Kind kind,
            Instant at,
            @Nullable String by,
            @Nullable String note) {}

    View view() {
        return new View(number, kind, at, actedBy, note);
    }
}
