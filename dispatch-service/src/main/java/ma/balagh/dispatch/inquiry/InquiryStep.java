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

/** What is to be done in an inquiry, and by when. */
@Entity
class InquiryStep {

    @Id
    private UUID id;

    private UUID inquiryId;
    private String title;
    private Instant dueAt;
    private String plannedBy;
    private Instant plannedAt;
    private @Nullable String doneBy;
    private @Nullable Instant doneAt;
    private @Nullable String note;

    protected InquiryStep() {}

    static InquiryStep plan(UUID inquiryId, String title, Instant dueAt, InquiryActor by) {
        if (dueAt.isBefore(by.at())) {
            throw CommonProblem.invalid(Violation.tooEarly("dueAt", "must not lie before now"));
        }
        var step = new InquiryStep();
        step.id = IdGenerator.next();
        step.inquiryId = inquiryId;
        step.title = title;
        step.dueAt = dueAt;
        step.plannedBy = by.name();
        step.plannedAt = by.at();
        return step;
    }

    void complete(Instant at, @Nullable String outcome, InquiryActor by) {
        if (doneAt != null) {
            throw DispatchProblem.INQUIRY_OUT_OF_TURN.because("the step is done already");
        }
        if (at.isBefore(plannedAt)) {
            throw CommonProblem.invalid(Violation.tooEarly("doneAt", "must not lie before the step was planned"));
        }
        doneAt = at;
        doneBy = by.name();
        note = outcome;
    }

    /**
     * A step as the interface shows it.
     *
     * @param overdue whether it is not done although its time has come
     * @param doneAt absent until it is done
     */
    @Schema(name = "InquiryStep")
    record View(
            UUID id,
            String title,
            Instant dueAt,
            boolean overdue,
            String plannedBy,
            Instant plannedAt,
            @Nullable String doneBy,
            @Nullable Instant doneAt,
            @Nullable String note) {}

    View view(Instant now) {
        return new View(
                id, title, dueAt, doneAt == null && dueAt.isBefore(now), plannedBy, plannedAt, doneBy, doneAt, note);
    }

    String title() {
        return title;
    }
}
