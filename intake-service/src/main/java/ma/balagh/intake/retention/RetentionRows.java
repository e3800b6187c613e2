package ma.balagh.intake.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.intake.report.Visibility;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** What is due in the database, and how it is erased. */
@ApplicationScoped
class RetentionRows {

    /** What of a kind is due, as id, since, held, erased_at, bytes_refusal; {@code :cutoff} is the latest beginning of a period that is over. */
    private static String due(RetentionKind kind) {
        return switch (kind) {
            case SET_ASIDE_ITEM -> """
                    select item.id, item.seen_at as since,
                           exists (select from legal_hold where subject = 'ITEM' and subject_id = item.id
                                   and lifted_at is null) as held,
                    """ + NO_BYTES + """
                    from item join source on source.id = item.source_id
                    where item.standing = 'SET_ASIDE' and item.erased_at is null and item.seen_at < :cutoff
                      and (:seesEverything or source.jurisdiction like any(:seesJurisdictions))
                    """;
            case IDENTITY -> """
                    select report.id, report.answered_at as since, """ + HELD_REPORT + """
                     as held,
                    """ + NO_BYTES + """
                    from reporter_identity join report on report.id = reporter_identity.report_id
                    where report.status = 'ANSWERED' and report.answered_at < :cutoff and
                    """ + Visibility.CONDITION;
            case FALSE_REPORT -> """
                    select report.id, report.answered_at as since, (""" + HELD_REPORT + " or " + HELD_ITEM + """
                    ) as held,
                    """ + NO_BYTES + """
                    from report
                    where report.answer_kind = 'FALSE_REPORT' and report.erased_at is null
                      and report.answered_at < :cutoff and
                    """ + Visibility.CONDITION;
            case CLOSED_CASE_EVIDENCE -> DueEvidence.ofClosedCases();
            case OPEN_CASE_EVIDENCE -> DueEvidence.ofOpenCases();
        };
    }

    private static final String HELD_REPORT = """
            (exists (select from legal_hold where subject = 'REPORT' and subject_id = report.id and lifted_at is null)
             or exists (select from legal_hold
                        join report_evidence on report_evidence.evidence_id = legal_hold.subject_id
                        where subject = 'EVIDENCE' and lifted_at is null
                          and report_evidence.report_id = report.id))""";

    /** What sources said goes with the report that it became. */
    private static final String HELD_ITEM = """
            exists (select from legal_hold
                    join item on item.id = legal_hold.subject_id
                    left join item first on first.id = item.sighting_of
                    where subject = 'ITEM' and lifted_at is null
                      and coalesce(item.report_id, first.report_id) = report.id)""";

    /** Only evidence has bytes that may outlast its erasing. */
    private static final String NO_BYTES =
            "cast(null as timestamptz) as erased_at, cast(null as text) as bytes_refusal\n";

    private static final String TO_ERASE = "not held and erased_at is null";

    /**
     * How many of a kind are due.
     *
     * @param due so many may go
     * @param held so many are held back
     * @param remaining so many are erased, and their bytes are still there
     */
    record Count(long due, long held, long remaining) {}

    private final Jdbi jdbi;
    private final ReportErasing reports;

    RetentionRows(Jdbi jdbi, ReportErasing reports) {
        this.jdbi = jdbi;
        this.reports = reports;
    }

    Count count(RetentionKind kind, Instant cutoff, Visibility visibility) {
        return jdbi.withHandle(handle -> bound(
                        handle,
                        "select count(*) filter (where " + TO_ERASE + """
                        ) as due,
                            count(*) filter (where held and erased_at is null) as held,
                            count(erased_at) as remaining
                        from (
                        """ + due(kind) + ") due",
                        cutoff,
                        visibility)
                .map((row, context) -> new Count(row.getLong("due"), row.getLong("held"), row.getLong("remaining")))
                .one());
    }

    /** Newest first. */
    List<Due> page(RetentionKind kind, Instant cutoff, Visibility visibility, UUID after, int fetch) {
        return jdbi.withHandle(handle -> bound(
                        handle,
                        "select * from (" + due(kind) + ") due where id < :after order by id desc limit :fetch",
                        cutoff,
                        visibility)
                .bind("after", after)
                .bind("fetch", fetch)
                .map(RetentionRows::row)
                .list());
    }

    /** Some of what is due and not held, the oldest first, in the caller's transaction; replicas take turns. */
    List<Due> take(RetentionKind kind, Instant cutoff, Visibility visibility, int batch) {
        return jdbi.withHandle(handle -> {
            handle.execute("select pg_advisory_xact_lock(hashtext('balagh.retention'))");
            // No one places a hold between the look and the deed.
            handle.execute("lock table legal_hold in share mode");
            return bound(
                            handle,
                            "select * from (" + due(kind) + ") due where " + TO_ERASE + " order by since limit :batch",
                            cutoff,
                            visibility)
                    .bind("batch", batch)
                    .map(RetentionRows::row)
                    .list();
        });
    }

    /** Those of these that are due at this moment and not held. */
    List<Due> stillDue(RetentionKind kind, Instant cutoff, Visibility visibility, Collection<UUID> ids) {
        return jdbi.withHandle(handle -> bound(
                        handle,
                        "select * from (" + due(kind) + ") due where id = any(:ids) and " + TO_ERASE,
                        cutoff,
                        visibility)
                .bindArray("ids", UUID.class, ids)
                .map(RetentionRows::row)
                .list());
    }

    /** In the transaction that took them. */
    void erase(RetentionKind kind, Collection<UUID> ids) {
        jdbi.useHandle(handle -> {
            switch (kind) {
                case SET_ASIDE_ITEM -> update(handle, ReportErasing.ITEMS, ids);
                case IDENTITY -> update(handle, "delete from reporter_identity where report_id = any(:ids)", ids);
                case FALSE_REPORT -> reports.erase(handle, ids);
                case CLOSED_CASE_EVIDENCE, OPEN_CASE_EVIDENCE -> reports.eraseOrigins(handle, ids);
            }
        });
    }

    void record(UUID runId, RetentionKind kind, String period, List<Due> gone, Instant at) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into retention_deletion (id, run_id, kind, subject_id, since, period, at)
                    values (:id, :run, :kind, :subject, :since, :period, :at)
                    """);
            gone.forEach(each -> batch.bind("id", Ids.next())
                    .bind("run", runId)
                    .bind("kind", kind.name())
                    .bind("subject", each.id())
                    .bind("since", each.since())
                    .bind("period", period)
                    .bind("at", at)
                    .add());
            batch.execute();
        });
    }

    private static void update(Handle handle, String sql, Collection<UUID> ids) {
        handle.createUpdate(sql).bindArray("ids", UUID.class, ids).execute();
    }

    private static Due row(ResultSet row, StatementContext context) throws SQLException {
        OffsetDateTime erasedAt = row.getObject("erased_at", OffsetDateTime.class);
        return new Due(
                row.getObject("id", UUID.class),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getBoolean("held"),
                erasedAt == null ? null : erasedAt.toInstant(),
                row.getString("bytes_refusal"));
    }

    private static Query bound(Handle handle, String sql, Instant cutoff, Visibility visibility) {
        return visibility.bindTo(handle.createQuery(sql).bind("cutoff", cutoff));
    }
}
