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
import ma.balagh.contracts.analysis.MisconductFound;
import ma.balagh.dispatch.DispatchProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The internal-affairs side of police misconduct. */
@Entity
class Inquiry {

    @Schema(name = "InquiryState")
    enum State {
        OPEN,
        CLOSED
    }

    enum Finding {
        SUBSTANTIATED,
        UNSUBSTANTIATED
    }

    /**
     * What an inquiry came to.
     *
     * @param by user name of the inspector
     */
    @Embeddable
    record Closing(
            @Enumerated(EnumType.STRING) Finding finding,
            @Column(name = "finding_reason") String reason,
            @Column(name = "closed_by") String by,
            @Column(name = "closed_at") Instant at) {}

    @Id
    private UUID id;

    private UUID dossierId;
    private UUID verdictId;
    private String jurisdiction;
    private @Nullable Integer severity;
    private @Nullable String place;
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private @Nullable Instant occurredAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant openedAt;
    private @Nullable Closing closing;

    @Version
    private long version;

    protected Inquiry() {}

    static Inquiry open(UUID id, MisconductFound misconduct, Instant at) {
        var inquiry = new Inquiry();
        inquiry.id = id;
        inquiry.dossierId = misconduct.dossierId();
        inquiry.verdictId = misconduct.verdictId();
        inquiry.jurisdiction = misconduct.jurisdiction();
        inquiry.severity = misconduct.severity();
        inquiry.place = misconduct.place();
        inquiry.latitude = misconduct.latitude();
        inquiry.longitude = misconduct.longitude();
        inquiry.occurredAt = misconduct.occurredAt();
        inquiry.state = State.OPEN;
        inquiry.openedAt = at;
        inquiry.version = 1;
        return inquiry;
    }

    void close(Closing finding) {
        switch (state) {
            case OPEN -> {
                state = State.CLOSED;
                closing = finding;
            }
            case CLOSED -> throw DispatchProblem.INQUIRY_CLOSED.because("it has its finding already");
        }
    }

    UUID id() {
        return id;
    }

    UUID dossierId() {
        return dossierId;
    }

    UUID verdictId() {
        return verdictId;
    }

    String jurisdiction() {
        return jurisdiction;
    }

    /** 1 (minor) to 4 (life in danger). */
    @Nullable
    Integer severity() {
        return severity;
    }

    @Nullable
    String place() {
        return place;
    }

    @Nullable
    Double latitude() {
        return latitude;
    }

    @Nullable
    Double longitude() {
        return longitude;
    }

    @Nullable
    Instant occurredAt() {
        return occurredAt;
    }

    State state() {
        return state;
    }

    Instant openedAt() {
        return openedAt;
    }

    /** What it came to; null while it is open. */
    @Nullable
    Closing closing() {
        return closing;
    }

    /** Counts the changes, for {@code ETag}; right once they are flushed. */
    long version() {
        return version;
    }
}
