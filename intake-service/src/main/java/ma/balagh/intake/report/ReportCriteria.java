package ma.balagh.intake.report;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/** What {@code GET /reports} may be narrowed by. */
final class ReportCriteria {

    private static final int MAX_QUERY = 200;

    @QueryParam("status")
    private @Nullable ReportStatus status;

    @QueryParam("channel")
    private @Nullable Channel channel;

    @QueryParam("sourceId")
    private @Nullable UUID sourceId;

    @QueryParam("jurisdiction")
    @Size(max = Jurisdictions.LONGEST)
    private @Nullable String jurisdiction;

    @QueryParam("from")
    private @Nullable Instant from;

    @QueryParam("to")
    private @Nullable Instant to;

    @QueryParam("q")
    @Size(max = MAX_QUERY)
    private @Nullable String q;

    /** Narrows reports by all but the words. */
    void addTo(QueryConditionBuilder conditions) {
        if (status != null) {
            conditions.add("report.status = :status", "status", status.name());
        }
        if (channel != null) {
            conditions.add("report.channel = :channel", "channel", channel.name());
        }
        if (sourceId != null) {
            conditions.add("report.source_id = :sourceId", "sourceId", sourceId);
        }
        if (jurisdiction != null) {
            conditions.addWithin(territory(jurisdiction).patterns(), "jurisdiction");
        }
        if (from != null) {
            conditions.add("report.received_at >= :from", "from", from);
        }
        if (to != null) {
            conditions.add("report.received_at < :to", "to", to);
        }
    }

    /** The code itself and every code below it. */
    private static Jurisdictions territory(String jurisdiction) {
        if (!Jurisdictions.isCode(jurisdiction)) {
            throw CommonProblem.invalid(Violation.notAJurisdiction("jurisdiction"));
        }
        return Jurisdictions.of(jurisdiction);
    }

    /** Words of the title, the text, the place or the address, a part of the address, a receipt, or an id as printed. */
    @Nullable
    String q() {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > MAX_QUERY) {
            throw CommonProblem.invalid(Violation.tooLong("q", MAX_QUERY));
        }
        return q;
    }
}
