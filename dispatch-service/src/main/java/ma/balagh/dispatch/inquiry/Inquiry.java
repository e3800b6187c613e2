package ma.balagh.dispatch.inquiry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.analysis.MisconductFound;
import ma.balagh.dispatch.DispatchProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The internal-affairs side of police misconduct.
 *
 * @param severity 1 (minor) to 4 (life in danger)
 * @param closing what it came to; null while it is open
 * @param version counts the changes, for {@code ETag}
 */
record Inquiry(
        UUID id,
        UUID dossierId,
        @JsonIgnore UUID verdictId,
        String jurisdiction,
        @Nullable Integer severity,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        State state,
        Instant openedAt,
        @Nullable Closing closing,
        @JsonIgnore long version) {

    @Schema(name = "InquiryState")
    enum State {
        OPEN,
        CLOSED
    }

    enum Finding {
        SUBSTANTIATED,
        UNSUBSTANTIATED
    }

    /** @param by user name of the inspector */
    record Closing(Finding finding, String reason, String by, Instant at) {}

    static Inquiry open(UUID id, MisconductFound misconduct, Instant at) {
        return new Inquiry(
                id,
                misconduct.dossierId(),
                misconduct.verdictId(),
                misconduct.jurisdiction(),
                misconduct.severity(),
                misconduct.place(),
                misconduct.latitude(),
                misconduct.longitude(),
                misconduct.occurredAt(),
                State.OPEN,
                at,
                null,
                1);
    }

    Inquiry close(Closing finding) {
        return switch (state) {
            case OPEN ->
                new Inquiry(
                        id,
                        dossierId,
                        verdictId,
                        jurisdiction,
                        severity,
                        place,
                        latitude,
                        longitude,
                        occurredAt,
                        State.CLOSED,
                        openedAt,
                        finding,
                        version + 1);
            case CLOSED -> throw DispatchProblem.INQUIRY_CLOSED.because("it has its finding already");
        };
    }
}
