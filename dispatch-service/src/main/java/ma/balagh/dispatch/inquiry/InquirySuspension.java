package ma.balagh.dispatch.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The record that an officer was suspended: on which legal basis, from when and until when at most. */
@Entity
class InquirySuspension {

    @Id
    private UUID id;

    private UUID inquiryId;
    private String person;
    private String legalBasis;
    private Instant beginsAt;
    private Instant endsAt;
    private String recordedBy;
    private Instant recordedAt;
    private @Nullable Instant liftedAt;
    private @Nullable String liftingReason;
    private @Nullable String liftedBy;

    protected InquirySuspension() {}

    static InquirySuspension record(
            UUID inquiryId, String person, String legalBasis, Instant beginsAt, Instant endsAt, InquiryActor by) {
        if (beginsAt.isBefore(Instant.EPOCH)) {
            throw CommonProblem.invalid(Violation.beforeTheEpoch("beginsAt"));
        }
        if (!endsAt.isAfter(beginsAt)) {
            throw CommonProblem.invalid(Violation.tooEarly("endsAt", "must lie after its beginning"));
        }
        var suspension = new InquirySuspension();
        suspension.id = IdGenerator.next();
        suspension.inquiryId = inquiryId;
        suspension.person = person;
        suspension.legalBasis = legalBasis;
        suspension.beginsAt = beginsAt;
        suspension.endsAt = endsAt;
        suspension.recordedBy = by.name();
        suspension.recordedAt = by.at();
        return suspension;
    }

    void lift(Instant at, String reason, InquiryActor by) {
        if (liftedAt != null) {
            throw DispatchProblem.INQUIRY_OUT_OF_TURN.because("the suspension was lifted already");
        }
        if (!at.isBefore(endsAt)) {
            throw CommonProblem.invalid(Violation.unfitting(
                    "liftedAt", "must lie before the end of the suspension, which needs no lifting"));
        }
        liftedAt = at;
        liftingReason = reason;
        liftedBy = by.name();
    }

    /** Whether the officer is suspended at that time, or will be after it. */
    boolean lastsAt(Instant at) {
        return liftedAt == null && at.isBefore(endsAt);
    }

    /**
     * A suspension as the interface shows it.
     *
     * @param person the officer's reference or initials
     * @param lasting whether it is neither over nor lifted
     * @param liftedAt absent unless it was lifted
     */
    @Schema(name = "InquirySuspension")
    record View(
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

    View view(Instant now) {
        return new View(
                id,
                person,
                legalBasis,
                beginsAt,
                endsAt,
                lastsAt(now),
                recordedBy,
                recordedAt,
                liftedAt,
                liftingReason,
                liftedBy);
    }

    String person() {
        return person;
    }
}
