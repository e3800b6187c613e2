package ma.balagh.analysis.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.contracts.intake.ReportErased;
import ma.balagh.contracts.intake.ReportReceived;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The copy of what intake says about reports. Writing happens in the caller's transaction. */
@ApplicationScoped
public class Reports {

    private static final String SELECT = """
            select report.*, joined_at
            from dossier_report
            join report using (report_id)
            where dossier_id = :dossierId and %%s and %s
            order by joined_at, report_id
            limit :most
            """.formatted(ReportSight.condition("report.report_id"));

    private static final String CLAIMS = "num_nonnulls(claimed_occurred_at, claimed_place, claimed_latitude) > 0";

    private static final Claim NO_CLAIM = new Claim(null, null, null, null);

    /**
     * All reports of a dossier together.
     *
     * @param publishedAt as the earliest of them claims
     * @param receivedAt when the first of them came in
     */
    public record Extent(
            int count,
            @Nullable Instant publishedAt,
            @Nullable Instant receivedAt) {}

    /** A report with its place among those of its dossier. */
    public record Joined(Report report, JoinPlace place) {}

    private final Jdbi jdbi;

    Reports(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void keep(ReportReceived report) {
        Claim claim = report.claim() == null ? NO_CLAIM : report.claim();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                        insert into report (report_id, channel, jurisdiction, published_at, received_at, url, title,
                            text, language, claimed_occurred_at, claimed_place, claimed_latitude, claimed_longitude)
                        values (:reportId, :channel, :jurisdiction, :publishedAt, :receivedAt, :url, :title,
                            :text, :language, :occurredAt, :place, :latitude, :longitude)
                        on conflict (report_id) do nothing
                        """)
                    .bind("reportId", report.reportId())
                    .bind("channel", report.channel())
                    .bind("jurisdiction", report.jurisdiction())
                    .bind("publishedAt", report.publishedAt())
                    .bind("receivedAt", report.receivedAt())
                    .bind("url", report.url())
                    .bind("title", report.title())
                    .bind("text", report.text())
                    .bind("language", report.language())
                    .bind("occurredAt", claim.occurredAt())
                    .bind("place", claim.place())
                    .bind("latitude", claim.latitude())
                    .bind("longitude", claim.longitude())
                    .execute();
            empty(handle, report.reportId());
        });
    }

    public void answered(ReportAnswered answered) {
        answer(answered.reportId(), answered.kind(), answered.answeredAt());
    }

    public void answerWithdrawn(AnswerWithdrawn withdrawn) {
        answer(withdrawn.reportId(), null, withdrawn.withdrawnAt());
    }

    /** Holds for a description that comes later, too: a dead letter may be handed in again after years. */
    public void erased(ReportErased erased) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into erased_report (report_id, erased_at) values (?, ?) on conflict do nothing",
                    erased.reportId(),
                    erased.erasedAt());
            empty(handle, erased.reportId());
        });
    }

    private static void empty(Handle handle, UUID reportId) {
        handle.execute("""
                update report set
                    url = null, title = null, text = null, claimed_occurred_at = null, claimed_place = null,
                    claimed_latitude = null, claimed_longitude = null
                where report_id = ? and exists (select from erased_report where report_id = report.report_id)
                """, reportId);
    }

    /** What a receipt shows only becomes newer, in whatever order that is told. */
    private void answer(UUID reportId, @Nullable AnswerKind kind, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update report set answer_kind = :kind, answered_at = :at
                        where report_id = :reportId and (answered_at is null or answered_at <= :at)
                        """)
                .bind("reportId", reportId)
                .bind("kind", kind)
                .bind("at", at)
                .execute());
    }

    /** Those of a dossier that exist for that sight, in the order in which they joined, but for one not yet described. */
    public List<Report> in(UUID dossierId, ReportSight sight) {
        return first(dossierId, sight, Integer.MAX_VALUE);
    }

    /** The first of them. */
    public List<Report> first(UUID dossierId, ReportSight sight, int most) {
        return jdbi.withHandle(
                handle -> some(handle, "true", dossierId, sight, most).list());
    }

    /** Those after a place in that order, with their places. */
    public List<Joined> page(UUID dossierId, ReportSight sight, JoinPlace after, int most) {
        return jdbi.withHandle(handle -> sight.bindTo(
                        handle.createQuery(SELECT.formatted("(joined_at, report_id) > (:at, :after)")))
                .bind("dossierId", dossierId)
                .bind("at", after.joinedAt())
                .bind("after", after.reportId())
                .bind("most", most)
                .map(row -> new Joined(
                        report(row),
                        new JoinPlace(
                                row.getColumn("joined_at", Instant.class), row.getColumn("report_id", UUID.class))))
                .list());
    }

    /** How many there are, and when the first of them came. */
    public Extent extent(UUID dossierId, ReportSight sight) {
        return jdbi.withHandle(handle -> sight.bindTo(
                        handle.createQuery("""
                        select count(*) as count, min(published_at) as published_at, min(received_at) as received_at
                        from dossier_report
                        join report using (report_id)
                        where dossier_id = :dossierId and %s
                        """.formatted(ReportSight.condition("report.report_id"))))
                .bind("dossierId", dossierId)
                .map(row -> new Extent(
                        row.getColumn("count", Integer.class),
                        row.getColumn("published_at", Instant.class),
                        row.getColumn("received_at", Instant.class)))
                .one());
    }

    /** What the first of them that claims anything claims. */
    public Optional<Claim> firstClaim(UUID dossierId, ReportSight sight) {
        return jdbi.withHandle(
                        handle -> some(handle, CLAIMS, dossierId, sight, 1).findOne())
                .flatMap(report -> Optional.ofNullable(report.claim()));
    }

    private static ResultIterable<Report> some(
            Handle handle, String condition, UUID dossierId, ReportSight sight, int most) {
        return sight.bindTo(handle.createQuery(SELECT.formatted(condition)))
                .bind("dossierId", dossierId)
                .bind("most", most)
                .map(Reports::report);
    }

    private static Report report(RowView row) {
        return new Report(
                row.getColumn("report_id", UUID.class),
                row.getColumn("channel", Channel.class),
                row.getColumn("jurisdiction", String.class),
                row.getColumn("published_at", Instant.class),
                row.getColumn("received_at", Instant.class),
                row.getColumn("url", String.class),
                row.getColumn("title", String.class),
                row.getColumn("text", String.class),
                row.getColumn("language", String.class),
                claim(row),
                answer(row));
    }

    private static @Nullable Claim claim(RowView row) {
        Claim claim = new Claim(
                row.getColumn("claimed_occurred_at", Instant.class),
                row.getColumn("claimed_place", String.class),
                row.getColumn("claimed_latitude", Double.class),
                row.getColumn("claimed_longitude", Double.class));
        return claim.equals(NO_CLAIM) ? null : claim;
    }

    private static Report.@Nullable Answer answer(RowView row) {
        @Nullable AnswerKind kind = row.getColumn("answer_kind", AnswerKind.class);
        return kind == null ? null : new Report.Answer(kind, row.getColumn("answered_at", Instant.class));
    }
}
