package ma.balagh.intake.ageing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.report.ReportStatus;
import ma.balagh.intake.report.Visibility;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reports without an answer, as far as somebody sees them. */
@ApplicationScoped
class Unanswered {

    private static final UUID LEAST = new UUID(0, 0);

    /** The class of a report's age at {@code :now}, as its place in {@link AgeClass}. */
    private static final String AGE =
            "width_bucket(extract(epoch from cast(:now as timestamptz) - report.received_at)::double precision, "
                    + AgeClass.bounds() + ")";

    private final Jdbi jdbi;
    private final Clock clock;

    Unanswered(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    AgeingView ageing(Visibility visibility) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<AgeingView.Count> counts = jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery(
                        "select report.jurisdiction, " + AGE + """
                         as age, count(*) as count, min(report.received_at) as oldest
                        from report where report.status <> 'ANSWERED' and
                        """ + Visibility.CONDITION + " group by 1, 2"))
                .bind("now", now)
                .map((row, context) -> new AgeingView.Count(
                        row.getString("jurisdiction"),
                        AgeClass.values()[row.getInt("age")],
                        row.getLong("count"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list());
        return AgeingView.of(now, counts);
    }

    /**
     * Oldest first.
     *
     * @param jurisdiction itself and all below it; null for every one
     * @param olderThan the least age
     */
    Page<UnansweredView> page(
            @Nullable Jurisdictions jurisdiction, Duration olderThan, PageRequest request, Visibility visibility) {
        Instant now = clock.instant();
        List<UnansweredView> rows = jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery(
                        "select report.id, report.received_at, report.status, report.channel, report.jurisdiction, "
                                + "report.receipt, report.title, left(report.text, 200) as text, report.url, "
                                + AGE + " as age from report where report.status <> 'ANSWERED' and "
                                + Visibility.CONDITION + """
                                and report.id > :after and report.received_at <= :until
                                and (:everyJurisdiction or report.jurisdiction like any(:jurisdictions))
                                order by report.id limit :fetch
                                """))
                .bind("now", now)
                .bind("after", request.after(UUID::fromString).orElse(LEAST))
                .bind("until", now.minus(olderThan))
                .bind("everyJurisdiction", jurisdiction == null)
                .bindArray("jurisdictions", String.class, jurisdiction == null ? List.of() : jurisdiction.patterns())
                .bind("fetch", request.fetch())
                .map((row, context) -> new UnansweredView(
                        row.getObject("id", UUID.class),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        AgeClass.values()[row.getInt("age")],
                        ReportStatus.valueOf(row.getString("status")),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("jurisdiction"),
                        row.getString("receipt"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("url")))
                .list());
        return Page.of(rows, request, UnansweredView::id);
    }
}
