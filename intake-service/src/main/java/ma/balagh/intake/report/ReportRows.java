package ma.balagh.intake.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.PageRequest;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reports in the database. */
@ApplicationScoped
class ReportRows {

    static final String COLUMNS = """
            report.id, report.receipt, report.channel, report.status, report.jurisdiction, report.filed_by,
            report.source_id, report.url, report.title, report.text, report.language, report.published_at,
            report.received_at, report.occurred_at, report.place, report.latitude, report.longitude,
            report.answer_kind, report.answer_outcome, report.answered_at, report.forwarded, report.version
            """;

    private final Jdbi jdbi;
    private final ReportLinks links;

    ReportRows(Jdbi jdbi, ReportLinks links) {
        this.jdbi = jdbi;
        this.links = links;
    }

    /**
     * @param fromPartner whether a partner filed it, who sees of others nothing
     * @return the links to the media that it names
     */
    List<MediaLink> insert(Report report, boolean fromPartner, List<String> mediaUrls) {
        Claim claim = report.claim() == null ? new Claim(null, null, null, null) : report.claim();
        jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into report (
                                id, receipt, channel, status, jurisdiction, filed_by, from_partner, source_id, url, title, text,
                                language, published_at, received_at, occurred_at, place, latitude, longitude, version)
                            values (
                                :id, :receipt, :channel, :status, :jurisdiction, :filedBy, :fromPartner, cast(:sourceId as uuid), :url, :title, :text,
                                :language, :publishedAt, :receivedAt, :occurredAt, :place, :latitude, :longitude, :version)
                            """)
                .bind("id", report.id())
                .bind("receipt", report.receipt().value())
                .bind("channel", report.channel().name())
                .bind("status", report.status().name())
                .bind("jurisdiction", report.jurisdiction())
                .bind("filedBy", report.filedBy())
                .bind("fromPartner", fromPartner)
                .bind("sourceId", report.sourceId())
                .bind("url", report.url())
                .bind("title", report.title())
                .bind("text", report.text())
                .bind("language", report.language())
                .bind("publishedAt", report.publishedAt())
                .bind("receivedAt", report.receivedAt())
                .bind("occurredAt", claim.occurredAt())
                .bind("place", claim.place())
                .bind("latitude", claim.latitude())
                .bind("longitude", claim.longitude())
                .bind("version", report.version())
                .execute());
        return links.take(report, mediaUrls);
    }

    Optional<Report> find(UUID id, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery(
                        "select " + COLUMNS + " from report where report.id = :id and " + Visibility.CONDITION))
                .bind("id", id)
                .map(ReportRows::report)
                .findOne());
    }

    /** What all see who read the report: a partner what it filed, staff its territory. */
    Visibility readersOf(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select filed_by, jurisdiction, from_partner from report where id = :id")
                .bind("id", id)
                .map((row, context) -> Visibility.within(
                        row.getString("filed_by"),
                        row.getBoolean("from_partner")
                                ? List.of()
                                : Jurisdictions.of(row.getString("jurisdiction"))
                                        .patterns()))
                .one());
    }

    Optional<Report> find(ReceiptCode receipt, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("select " + COLUMNS + " from report where report.receipt = :receipt and "
                        + Visibility.CONDITION))
                .bind("receipt", receipt.value())
                .map(ReportRows::report)
                .findOne());
    }

    /** Newest first. */
    List<Report> page(@Nullable ReportStatus status, PageRequest page, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("select " + COLUMNS + " from report where " + Visibility.CONDITION + """
                        and report.id < :after and (cast(:status as text) is null or report.status = :status)
                        order by report.id desc limit :fetch
                        """))
                .bind("after", page.after())
                .bind("status", name(status))
                .bind("fetch", page.fetch())
                .map(ReportRows::report)
                .list());
    }

    /** Holds the report until the transaction ends. */
    Optional<Report> lock(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from report where report.id = :id for no key update")
                .bind("id", id)
                .map(ReportRows::report)
                .findOne());
    }

    /** In one order, so that two who want the same reports do not wait for each other. */
    List<Report> lock(Collection<UUID> ids, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("select " + COLUMNS + " from report where report.id = any(:ids) and "
                        + Visibility.CONDITION + " order by report.id for no key update"))
                .bindArray("ids", UUID.class, ids)
                .map(ReportRows::report)
                .list());
    }

    /** In the order of their ids, as everybody does who needs more than one. */
    void forwarded(Collection<UUID> ids) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        update report set forwarded = true
                        where id in (select id from report where id = any(:ids) and not forwarded order by id
                                     for no key update)
                        """).bindArray("ids", UUID.class, ids).execute());
    }

    void decided(UUID id, AnswerReports.Accepted command, String by, Instant at) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into report_decision (report_id, at, kind, reason, decided_by) values (?, ?, ?, ?, ?)",
                id,
                at,
                command.answer().name(),
                command.reason(),
                by));
    }

    /** Writes what a report's life changes. */
    void update(Report report) {
        Answer answer = report.answer();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update report
                        set status = :status, answer_kind = :kind, answer_outcome = :outcome, answered_at = :at,
                            forwarded = :forwarded, version = :version
                        where id = :id
                        """)
                .bind("id", report.id())
                .bind("status", report.status().name())
                .bind("kind", answer == null ? null : answer.kind().name())
                .bind("outcome", answer == null ? null : name(answer.outcome()))
                .bind("at", answer == null ? null : answer.at())
                .bind("forwarded", report.forwarded())
                .bind("version", report.version())
                .execute());
    }

    void touch(UUID id) {
        jdbi.useHandle(handle -> handle.execute("update report set version = version + 1 where id = ?", id));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    static Report report(ResultSet row, StatementContext context) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                new ReceiptCode(row.getString("receipt")),
                Channel.valueOf(row.getString("channel")),
                ReportStatus.valueOf(row.getString("status")),
                row.getString("jurisdiction"),
                row.getString("filed_by"),
                row.getObject("source_id", UUID.class),
                row.getString("url"),
                row.getString("title"),
                row.getString("text"),
                row.getString("language"),
                instant(row, "published_at"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                claim(row),
                answer(row),
                row.getBoolean("forwarded"),
                row.getInt("version"));
    }

    private static @Nullable Claim claim(ResultSet row) throws SQLException {
        var claim = new Claim(
                instant(row, "occurred_at"),
                row.getString("place"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class));
        boolean empty = claim.occurredAt() == null && claim.place() == null && claim.latitude() == null;
        return empty ? null : claim;
    }

    private static @Nullable Answer answer(ResultSet row) throws SQLException {
        String kind = row.getString("answer_kind");
        Instant at = instant(row, "answered_at");
        if (kind == null || at == null) {
            return null;
        }
        String outcome = row.getString("answer_outcome");
        return new Answer(AnswerKind.valueOf(kind), outcome == null ? null : OutcomeKind.valueOf(outcome), at);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
