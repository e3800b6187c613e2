package ma.balagh.dispatch.inquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The internal-affairs side of police misconduct. Each verb answers the entry of the timeline that it makes; the number of
 * entries changes with every act, and so does the version, also where only a part of the file was added.
 */
@Entity
class Inquiry {

    @Schema(name = "InquiryState")
    enum State {
        OPEN,
        CLOSED,
        /** Its file is gone; that there was an inquiry, and what it came to, stays. */
        ERASED
    }

    /** What one person proposes that it came to. */
    @Embeddable
    record Proposal(
            @Column(name = "finding_reason") String reason,
            @Column(name = "proposed_by_id") String byId,
            @Column(name = "proposed_by") String by,
            @Column(name = "proposed_at") Instant at) {}

    /** The second person, who confirmed. */
    @Embeddable
    record Confirmation(
            @Column(name = "closed_by_id") String byId,
            @Column(name = "closed_by") String by) {}

    /** Why the file must not be erased. */
    @Embeddable
    @Schema(name = "InquiryHold")
    record Hold(
            @Column(name = "hold_reason") String reason,
            @Column(name = "held_by") String by,
            @Column(name = "held_at") Instant at) {}

    @Id
    private UUID id;

    private UUID dossierId;
    private UUID verdictId;
    private String jurisdiction;
    private @Nullable InquiryOccurrence occurrence;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant openedAt;
    private @Nullable String owner;

    @Enumerated(EnumType.STRING)
    private @Nullable InquiryFinding finding;

    private @Nullable Proposal proposal;
    private @Nullable Confirmation confirmation;
    private @Nullable Instant closedAt;
    private @Nullable Hold hold;
    private @Nullable ReporterAnswer reporterAnswer;
    private int entryCount;
    private @Nullable Instant erasedAt;

    @Version
    private long version;

    protected Inquiry() {}

    /** @param name user name of who leads it from now on */
    InquiryEntry assignTo(String name, InquiryActor by) {
        requireOpen();
        owner = name;
        return note(InquiryEntry.Kind.OWNER_NAMED, by, name);
    }

    /** Something is added to the file, or goes on in it. */
    InquiryEntry addToFile(InquiryEntry.Kind kind, InquiryActor by, String note) {
        requireOpen();
        return note(kind, by, note);
    }

    /** A suspension may also be lifted when the inquiry has ended. */
    InquiryEntry liftSuspension(String person, InquiryActor by) {
        requireFile();
        return note(InquiryEntry.Kind.SUSPENSION_LIFTED, by, person);
    }

    InquiryEntry proposeClosing(InquiryFinding result, String reason, InquiryActor by) {
        requireOpen();
        if (proposal != null) {
            throw DispatchProblem.PROPOSAL_WAITS.because(
                    "a closing is proposed already, and waits for a second person");
        }
        finding = result;
        proposal = new Proposal(reason, by.id(), by.name(), by.at());
        return note(InquiryEntry.Kind.CLOSING_PROPOSED, by, reason);
    }

    /** @throws ProblemException 403 for who proposed, neither way; {@code inquiry_four_eyes_check} says it again */
    InquiryEntry confirmClosing(String reason, InquiryActor by) {
        requireSecondPerson(by);
        confirmation = new Confirmation(by.id(), by.name());
        closedAt = by.at();
        state = State.CLOSED;
        return note(InquiryEntry.Kind.CLOSED, by, reason);
    }

    /** @throws ProblemException 403 for who proposed */
    InquiryEntry refuseClosing(String reason, InquiryActor by) {
        requireSecondPerson(by);
        finding = null;
        proposal = null;
        return note(InquiryEntry.Kind.CLOSING_REFUSED, by, reason);
    }

    /** Notes what the reporter was told, once it is over; again where more was told. */
    InquiryEntry answerReporter(ReporterAnswer.Channel channel, String wording, InquiryActor by) {
        requireFile();
        if (state == State.OPEN) {
            throw DispatchProblem.INQUIRY_OUT_OF_TURN.because("it has no outcome yet that the reporter could be told");
        }
        reporterAnswer = new ReporterAnswer(channel, wording, by.name(), by.at());
        return note(InquiryEntry.Kind.REPORTER_ANSWERED, by, wording);
    }

    InquiryEntry placeHold(String reason, InquiryActor by) {
        requireFile();
        if (hold != null) {
            throw CommonProblem.CONFLICT.because("it is held already");
        }
        hold = new Hold(reason, by.name(), by.at());
        return note(InquiryEntry.Kind.HOLD_PLACED, by, reason);
    }

    InquiryEntry liftHold(String reason, InquiryActor by) {
        requireFile();
        if (hold == null) {
            throw CommonProblem.CONFLICT.because("it is not held");
        }
        hold = null;
        return note(InquiryEntry.Kind.HOLD_LIFTED, by, reason);
    }

    /** Forgets everybody and everything but that there was an inquiry, of which dossier, where and with which finding. */
    void erase(Instant at) {
        if (state != State.CLOSED || hold != null) {
            throw new IllegalStateException("only what is closed and not held is erased");
        }
        state = State.ERASED;
        erasedAt = at;
        occurrence = null;
        owner = null;
        proposal = null;
        confirmation = null;
        reporterAnswer = null;
        entryCount = 0;
    }

    private void requireSecondPerson(InquiryActor by) {
        requireOpen();
        if (proposal == null) {
            throw DispatchProblem.INQUIRY_OUT_OF_TURN.because("no closing is proposed");
        }
        if (proposal.byId().equals(by.id())) {
            throw DispatchProblem.FOUR_EYES.because("you proposed this closing, so somebody else has to decide on it");
        }
    }

    private void requireOpen() {
        if (state != State.OPEN) {
            throw DispatchProblem.INQUIRY_CLOSED.because("it has its finding already");
        }
    }

    private void requireFile() {
        if (state == State.ERASED) {
            throw DispatchProblem.INQUIRY_CLOSED.because("its file is erased");
        }
    }

    private InquiryEntry note(InquiryEntry.Kind kind, InquiryActor by, String note) {
        entryCount++;
        return InquiryEntry.of(id, entryCount, kind, by.at(), by.name(), note);
    }

    /** @param eraseAt when its file is to be erased; null while it is open */
    InquiryView view(StepStatus steps, @Nullable Instant eraseAt, Instant now) {
        var occurred = occurrence == null ? InquiryOccurrence.UNKNOWN : occurrence;
        return new InquiryView(
                id,
                dossierId,
                jurisdiction,
                occurred.severity(),
                occurred.place(),
                occurred.latitude(),
                occurred.longitude(),
                occurred.occurredAt(),
                state,
                openedAt,
                owner,
                state == State.OPEN ? steps.overdue() : 0,
                state == State.OPEN ? steps.nextDueAt() : null,
                proposedClosing(),
                closing(),
                hold,
                reporterAnswer,
                state == State.CLOSED ? eraseAt : null,
                state == State.CLOSED && hold == null && eraseAt != null && eraseAt.isBefore(now),
                erasedAt);
    }

    private InquiryView.@Nullable ProposedClosing proposedClosing() {
        return state != State.OPEN || finding == null || proposal == null
                ? null
                : new InquiryView.ProposedClosing(finding, proposal.reason(), proposal.by(), proposal.at());
    }

    private InquiryView.@Nullable Closing closing() {
        if (finding == null || closedAt == null) {
            return null;
        }
        return proposal == null || confirmation == null
                ? new InquiryView.Closing(finding, null, null, null, closedAt)
                : new InquiryView.Closing(finding, proposal.reason(), proposal.by(), confirmation.by(), closedAt);
    }

    UUID id() {
        return id;
    }

    boolean isHeld() {
        return hold != null;
    }

    /** Of one that is closed. */
    boolean isAgainstSomebody() {
        return finding != null && finding.isAgainstSomebody();
    }

    /** Counts the changes, for {@code ETag}; right once they are flushed. */
    long version() {
        return version;
    }
}
