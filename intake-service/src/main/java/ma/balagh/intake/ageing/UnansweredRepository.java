package ma.balagh.intake.ageing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.report.ReportStatus;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads the table {@code report}: those without an answer, as far as somebody sees them. */
@ApplicationScoped
class UnansweredRepository {

    private static final UUID LEAST = new UUID(0, 0);

    /** The class of a report's age at {@code :now}, as its place in {@link AgeClass}. */
    private static final String AGE =
            "width_bucket(cast(extract(epoch from cast(:now as timestamptz) - report.received_at) as double precision), "
                    + AgeClass.bounds() + ")";

    private final Session session;

    UnansweredRepository(Session session) {
        this.session = session;
    }

    List<AgeingView.Count> count(Instant now) {
        return session
                .createNativeQuery("select report.jurisdiction, " + AGE + """
                         as age, count(*) as count, min(report.received_at) as oldest
                        from report where report.status <> 'ANSWERED' group by 1, 2
                        """, Tuple.class)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .map(row -> new AgeingView.Count(
                        row.get("jurisdiction", String.class),
                        AgeClass.values()[row.get("age", Integer.class)],
                        row.get("count", Long.class),
                        row.get("oldest", Instant.class)))
                .toList();
    }

    AgeingView.InNoDossier countInNoDossier() {
        var row = session.createNativeQuery(
                        "select count(*) as count, min(received_at) as oldest from report where status = 'RECEIVED'",
                        Tuple.class)
                .getSingleResult();
        return new AgeingView.InNoDossier(row.get("count", Long.class), row.get("oldest", Instant.class));
    }

    /**
     * Oldest first.
     *
     * @param jurisdiction itself and all below it; null for every one
     * @param olderThan the least age
     */
    List<UnansweredView> page(
            Instant now, @Nullable Jurisdictions jurisdiction, Duration olderThan, PageRequest request) {
        return session
                .createNativeQuery(
                        "select report.id, report.received_at, report.status, report.channel, report.jurisdiction, "
                                + "report.receipt, report.title, left(report.text, 200) as text, report.url, "
                                + AGE + """
                                 as age from report
                                where report.status <> 'ANSWERED'
                                and report.id > :after and report.received_at <= :until
                                and (:everyJurisdiction or report.jurisdiction like any(:jurisdictions))
                                order by report.id limit :fetch
                                """,
                        Tuple.class)
                .setParameter("now", now)
                .setParameter("after", request.after(UUID::fromString).orElse(LEAST))
                .setParameter("until", now.minus(olderThan))
                .setParameter("everyJurisdiction", jurisdiction == null)
                .setParameter("jurisdictions", patterns(jurisdiction))
                .setParameter("fetch", request.fetch())
                .getResultList()
                .stream()
                .map(row -> new UnansweredView(
                        row.get("id", UUID.class),
                        row.get("received_at", Instant.class),
                        AgeClass.values()[row.get("age", Integer.class)],
                        ReportStatus.valueOf(row.get("status", String.class)),
                        Channel.valueOf(row.get("channel", String.class)),
                        row.get("jurisdiction", String.class),
                        row.get("receipt", String.class),
                        row.get("title", String.class),
                        row.get("text", String.class),
                        row.get("url", String.class),
                        null))
                .toList();
    }

    private static String[] patterns(@Nullable Jurisdictions jurisdiction) {
        return jurisdiction == null ? new String[0] : jurisdiction.patterns().toArray(String[]::new);
    }
}
