package ma.balagh.analysis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.contracts.intake.ReportReceived;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The tables {@code report} and {@code erased_report}: what intake says about reports, to be read here. */
@ApplicationScoped
class ReportCopyRepository {

    private static final Claim NO_CLAIM = new Claim(null, null, null, null);

    private final Session session;

    ReportCopyRepository(Session session) {
        this.session = session;
    }

    /** A report that is known already stays as it is. */
    void insert(ReportReceived report) {
        Claim claim = report.claim() == null ? NO_CLAIM : report.claim();
        sql("""
                insert into report (report_id, channel, jurisdiction, published_at, received_at, url, title,
                    text, language, claimed_occurred_at, claimed_place, claimed_latitude, claimed_longitude)
                values (:reportId, :channel, :jurisdiction, :publishedAt, :receivedAt, :url, :title,
                    :text, :language, :occurredAt, :place, :latitude, :longitude)
                on conflict (report_id) do nothing
                """)
                .setParameter("reportId", report.reportId())
                .setParameter("channel", report.channel().name())
                .setParameter("jurisdiction", report.jurisdiction())
                .setParameter("publishedAt", report.publishedAt(), Instant.class)
                .setParameter("receivedAt", report.receivedAt())
                .setParameter("url", report.url(), String.class)
                .setParameter("title", report.title(), String.class)
                .setParameter("text", report.text(), String.class)
                .setParameter("language", report.language(), String.class)
                .setParameter("occurredAt", claim.occurredAt(), Instant.class)
                .setParameter("place", claim.place(), String.class)
                .setParameter("latitude", claim.latitude(), Double.class)
                .setParameter("longitude", claim.longitude(), Double.class)
                .executeUpdate();
    }

    void noteErased(UUID reportId, Instant at) {
        sql("insert into erased_report (report_id, erased_at) values (:reportId, :at) on conflict do nothing")
                .setParameter("reportId", reportId)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Removes what an erased report said. */
    void emptyIfErased(UUID reportId) {
        sql("""
                update report set
                    url = null, title = null, text = null, claimed_occurred_at = null, claimed_place = null,
                    claimed_latitude = null, claimed_longitude = null
                where report_id = :reportId
                  and exists (select from erased_report where report_id = report.report_id)
                """).setParameter("reportId", reportId).executeUpdate();
    }

    /** An older answer than the known one changes nothing. */
    void answer(UUID reportId, @Nullable AnswerKind kind, Instant at) {
        sql("""
                update report set answer_kind = :kind, answered_at = :at
                where report_id = :reportId and (answered_at is null or answered_at <= :at)
                """)
                .setParameter("reportId", reportId)
                .setParameter("kind", kind == null ? null : kind.name(), String.class)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The first of a dossier's reports, in the order in which they joined. */
    List<ReportCopy> first(UUID dossierId, ReportVisibility visibility, int most) {
        return joined("true", dossierId, visibility, most).getResultList().stream()
                .map(ReportCopyRepository::report)
                .toList();
    }

    /** The first of them that claim anything. */
    List<ReportCopy> firstClaiming(UUID dossierId, ReportVisibility visibility, int most) {
        return joined(
                        "num_nonnulls(claimed_occurred_at, claimed_place, claimed_latitude) > 0",
                        dossierId,
                        visibility,
                        most)
                .getResultList()
                .stream()
                .map(ReportCopyRepository::report)
                .toList();
    }

    /** Those after a place in that order, with their places. */
    List<ReportCopyService.Joined> page(UUID dossierId, ReportVisibility visibility, JoinPosition after, int most) {
        return joined("(joined_at, report_id) > (:at, :after)", dossierId, visibility, most)
                .setParameter("at", after.joinedAt())
                .setParameter("after", after.reportId())
                .getResultList()
                .stream()
                .map(row -> new ReportCopyService.Joined(
                        report(row),
                        new JoinPosition(row.get("joined_at", Instant.class), row.get("report_id", UUID.class))))
                .toList();
    }

    /** How many there are, and when the first of them came. */
    ReportCopyService.Extent extent(UUID dossierId, ReportVisibility visibility) {
        var query =
                session.createNativeQuery("""
                select count(*) as reports, min(published_at) as published_at, min(received_at) as received_at
                from dossier_report
                join report using (report_id)
                where dossier_id = :dossierId and %s
                """.formatted(ReportVisibility.condition("report.report_id")), Tuple.class);
        visibility.parameters().forEach(query::setParameter);
        Tuple row = query.setParameter("dossierId", dossierId).getSingleResult();
        return new ReportCopyService.Extent(
                Math.toIntExact(row.get("reports", Long.class)),
                row.get("published_at", Instant.class),
                row.get("received_at", Instant.class));
    }

    private NativeQuery<Tuple> joined(String condition, UUID dossierId, ReportVisibility visibility, int most) {
        var query = session.createNativeQuery(
                """
                select report_id, channel, jurisdiction, published_at, received_at, url, title, text, language,
                    claimed_occurred_at, claimed_place, claimed_latitude, claimed_longitude, answer_kind, answered_at,
                    joined_at
                from dossier_report
                join report using (report_id)
                where dossier_id = :dossierId and %s and %s
                order by joined_at, report_id
                limit :most
                """.formatted(condition, ReportVisibility.condition("report.report_id")), Tuple.class);
        visibility.parameters().forEach(query::setParameter);
        return query.setParameter("dossierId", dossierId).setParameter("most", most);
    }

    private MutationQuery sql(String statement) {
        return session.createNativeMutationQuery(statement);
    }

    private static ReportCopy report(Tuple row) {
        return new ReportCopy(
                row.get("report_id", UUID.class),
                Channel.valueOf(row.get("channel", String.class)),
                row.get("jurisdiction", String.class),
                row.get("published_at", Instant.class),
                row.get("received_at", Instant.class),
                row.get("url", String.class),
                row.get("title", String.class),
                row.get("text", String.class),
                row.get("language", String.class),
                claim(row),
                answer(row));
    }

    private static @Nullable Claim claim(Tuple row) {
        Claim claim = new Claim(
                row.get("claimed_occurred_at", Instant.class),
                row.get("claimed_place", String.class),
                row.get("claimed_latitude", Double.class),
                row.get("claimed_longitude", Double.class));
        return claim.equals(NO_CLAIM) ? null : claim;
    }

    private static ReportCopy.@Nullable Answer answer(Tuple row) {
        String kind = row.get("answer_kind", String.class);
        return kind == null
                ? null
                : new ReportCopy.Answer(AnswerKind.valueOf(kind), row.get("answered_at", Instant.class));
    }
}
