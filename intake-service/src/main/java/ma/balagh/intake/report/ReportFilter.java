package ma.balagh.intake.report;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;

/** What {@code GET /reports} may be narrowed by. */
final class ReportFilter {

    private static final int MAX_QUERY = 200;

    @QueryParam("status")
    private @Nullable ReportStatus status;

    @QueryParam("channel")
    private @Nullable Channel channel;

    @QueryParam("sourceId")
    private @Nullable UUID sourceId;

    @QueryParam("jurisdiction")
    private @Nullable String jurisdiction;

    @QueryParam("from")
    private @Nullable Instant from;

    @QueryParam("to")
    private @Nullable Instant to;

    @QueryParam("q")
    private @Nullable String q;

    @Nullable
    ReportStatus status() {
        return status;
    }

    @Nullable
    Channel channel() {
        return channel;
    }

    @Nullable
    UUID sourceId() {
        return sourceId;
    }

    /** Stands for the code itself and every code below it. */
    @Nullable
    Jurisdictions jurisdiction() {
        if (jurisdiction == null) {
            return null;
        }
        if (!Jurisdictions.isCode(jurisdiction)) {
            throw CommonProblem.invalid("jurisdiction", "must be a code such as MA-CAS");
        }
        return Jurisdictions.of(jurisdiction);
    }

    /** Received then or later. */
    @Nullable
    Instant from() {
        return from;
    }

    /** Received before that. */
    @Nullable
    Instant to() {
        return to;
    }

    /** Words of the title, the text or the place, in Arabic, French or any language. */
    @Nullable
    String q() {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > MAX_QUERY) {
            throw CommonProblem.invalid("q", "must have at most " + MAX_QUERY + " characters");
        }
        return q;
    }
}
