package ma.balagh.intake.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.intake.report.Visibility;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What is due in the database, and how it is erased. */
@ApplicationScoped
class RetentionRows {

    /** What of a kind is due, as id, since, held; {@code :cutoff} is the latest beginning of a period that is over. */
    private static String due(RetentionKind kind) {
        return switch (kind) {
            case SET_ASIDE_ITEM -> """
                    select item.id, item.seen_at as since,
                           exists (select from legal_hold where subject = 'ITEM' and subject_id = item.id
                                   and lifted_at is null) as held
                    from item join source on source.id = item.source_id
                    where item.standing = 'SET_ASIDE' and item.erased_at is null and item.seen_at < :cutoff
                      and (:seesEverything or source.jurisdiction like any(:seesJurisdictions))
                    """;
            case IDENTITY -> """
                    select report.id, report.answered_at as since, """ + HELD_REPORT + """
                     as held
                    from reporter_identity join report on report.id = reporter_identity.report_id
                    where report.status = 'ANSWERED' and report.answered_at < :cutoff and
                    """ + Visibility.CONDITION;
            case FALSE_REPORT -> """
                    select report.id, report.answered_at as since, """ + HELD_REPORT + """
                     as held
                    from report
                    where report.answer_kind = 'FALSE_REPORT' and report.erased_at is null
                      and report.answered_at < :cutoff and
                    """ + Visibility.CONDITION;
        };
    }

    private static final String HELD_REPORT = """
            (exists (select from legal_hold where subject = 'REPORT' and subject_id = report.id and lifted_at is null)
             or exists (select from legal_hold
                        join report_evidence on report_evidence.evidence_id = legal_hold.subject_id
                        where subject = 'EVIDENCE' and lifted_at is null
                          and report_evidence.report_id = report.id))""";

    /** @param held so many of them are held back */
    record Count(long due, long held) {}

    private final Jdbi jdbi;

    RetentionRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Count count(RetentionKind kind, Instant cutoff, Visibility visibility) {
        return jdbi.withHandle(handle -> bound(
                        handle,
                        "select count(*) as due, count(*) filter (where held) as held from (" + due(kind) + ") due",
                        cutoff,
                        visibility)
                .map((row, context) -> new Count(row.getLong("due"), row.getLong("held")))
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
                .map((row, context) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getBoolean("held")))
                .list());
    }

    /**
     * Erases some of what is due and not held, in the caller's transaction; several replicas do so one after the other.
     *
     * @return what went
     */
    List<Due> erase(RetentionKind kind, Instant cutoff, Visibility visibility, int batch) {
        return jdbi.withHandle(handle -> {
            handle.execute("select pg_advisory_xact_lock(hashtext('balagh.retention'))");
            // No one places a hold between the look and the deed.
            handle.execute("lock table legal_hold in share mode");
            List<Due> going = bound(
                            handle,
                            "select * from (" + due(kind) + ") due where not held order by since limit :batch",
                            cutoff,
                            visibility)
                    .bind("batch", batch)
                    .map((row, context) -> new Due(
                            row.getObject("id", UUID.class),
                            row.getObject("since", OffsetDateTime.class).toInstant(),
                            false))
                    .list();
            handle.createUpdate(erasure(kind))
                    .bindArray("ids", UUID.class, going.stream().map(Due::id).toList())
                    .execute();
            return going;
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

    private static String erasure(RetentionKind kind) {
        return switch (kind) {
            case SET_ASIDE_ITEM -> """
                    with unmarked as (delete from item_mark where item_id = any(:ids))
                    update item set
                        erased_at = now(), identity = null, address = null, title = '', text = '', media = '{}',
                        language = null,
                        assessment = jsonb_build_object('score', score, 'relevant', false, 'termsVersion', 0,
                            'reasons', '[]'::jsonb, 'places', '[]'::jsonb, 'times', '[]'::jsonb)
                    where (id = any(:ids) or sighting_of = any(:ids)) and erased_at is null
                    """;
            case IDENTITY -> "delete from reporter_identity where report_id = any(:ids)";
            case FALSE_REPORT -> """
                    update report set
                        erased_at = now(), title = null, text = null, url = null, place = null, latitude = null,
                        longitude = null, occurred_at = null, version = version + 1
                    where id = any(:ids) and erased_at is null
                    """;
        };
    }

    private static Query bound(Handle handle, String sql, Instant cutoff, Visibility visibility) {
        return visibility.bindTo(handle.createQuery(sql).bind("cutoff", cutoff));
    }
}
