package ma.balagh.intake.retention;

import static ma.balagh.persistence.NamedValueBinder.bind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.intake.report.ReportAudience;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads the tables of reports, evidence and items for what is due. */
@ApplicationScoped
class DueRepository {

    /**
     * What of a kind is due, as id, since, held, erased_at, bytes_refusal; {@code :cutoff} is the latest beginning of a
     * period that is over.
     */
    private static String due(RetentionKind kind) {
        return switch (kind) {
            case SET_ASIDE_ITEM -> """
                    select item.id, item.seen_at as since,
                    """ + HELD_SET_ASIDE + """
                     as held,
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
                    """ + ReportAudience.SEE_REPORT;
            case FALSE_REPORT ->
                """
                    select report.id, report.answered_at as since, (""" + HELD_REPORT + " or " + HELD_ITEM + """
                    ) as held,
                    """ + NO_BYTES + """
                    from report
                    where report.answer_kind = 'FALSE_REPORT' and report.erased_at is null
                      and report.answered_at < :cutoff and
                    """ + ReportAudience.SEE_REPORT;
            case CLOSED_CASE_EVIDENCE -> DueEvidenceCriteria.ofClosedCases();
            case OPEN_CASE_EVIDENCE -> DueEvidenceCriteria.ofOpenCases();
        };
    }

    private static final String HELD_REPORT = """
            (exists (select from legal_hold where subject = 'REPORT' and subject_id = report.id and lifted_at is null)
             or exists (select from legal_hold
                        join report_evidence on report_evidence.evidence_id = legal_hold.subject_id
                        where subject = 'EVIDENCE' and lifted_at is null
                          and report_evidence.report_id = report.id))""";

    /** With an item go those that say the same: a hold on one of them keeps all. */
    private static final String HELD_SET_ASIDE = """
            exists (select from legal_hold
                    join item held on held.id = legal_hold.subject_id
                    where subject = 'ITEM' and lifted_at is null
                      and item.id in (held.id, held.sighting_of))""";

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

    private final Session session;

    DueRepository(Session session) {
        this.session = session;
    }

    Count count(RetentionKind kind, Instant cutoff, ReportAudience readers) {
        Tuple row = due(kind, "select count(*) filter (where " + TO_ERASE + """
                        ) as due,
                            count(*) filter (where held and erased_at is null) as held,
                            count(erased_at) as remaining
                        from (
                        """ + due(kind) + ") due", cutoff, readers)
                .getSingleResult();
        return new Count(row.get("due", Long.class), row.get("held", Long.class), row.get("remaining", Long.class));
    }

    /** Newest first. */
    List<DueErasure> page(RetentionKind kind, Instant cutoff, ReportAudience readers, UUID after, int fetch) {
        return rows(due(
                        kind,
                        "select * from (" + due(kind) + ") due where id < :after order by id desc limit :fetch",
                        cutoff,
                        readers)
                .setParameter("after", after)
                .setParameter("fetch", fetch));
    }

    /** Some of what is due and not held, the oldest first, in the caller's transaction; replicas take turns. */
    List<DueErasure> take(RetentionKind kind, Instant cutoff, ReportAudience readers, int batch) {
        ScalarQuery.of(session, "select pg_advisory_xact_lock(hashtext('balagh.retention'))", String.class)
                .getResultList();
        // No one places a hold between the look and the deed.
        session.createNativeMutationQuery("lock table legal_hold in share mode").executeUpdate();
        return rows(due(
                        kind,
                        "select * from (" + due(kind) + ") due where " + TO_ERASE + " order by since limit :batch",
                        cutoff,
                        readers)
                .setParameter("batch", batch));
    }

    /** Those of these that are due at this moment and not held. */
    List<DueErasure> stillDue(RetentionKind kind, Instant cutoff, ReportAudience readers, Collection<UUID> ids) {
        return rows(
                due(kind, "select * from (" + due(kind) + ") due where id = any(:ids) and " + TO_ERASE, cutoff, readers)
                        .setParameter("ids", ids.toArray(UUID[]::new)));
    }

    private NativeQuery<Tuple> due(RetentionKind kind, String sql, Instant cutoff, ReportAudience readers) {
        NativeQuery<Tuple> query = session.createNativeQuery(sql, Tuple.class).setParameter("cutoff", cutoff);
        return kind == RetentionKind.SET_ASIDE_ITEM
                ? query.setParameter("seesEverything", readers.everything())
                        .setParameter(
                                "seesJurisdictions", readers.jurisdictions().toArray(String[]::new))
                : bind(readers.values(), query);
    }

    private static List<DueErasure> rows(NativeQuery<Tuple> query) {
        return query.getResultList().stream()
                .map(row -> new DueErasure(
                        row.get("id", UUID.class),
                        row.get("since", Instant.class),
                        row.get("held", Boolean.class),
                        row.get("erased_at", Instant.class),
                        row.get("bytes_refusal", String.class)))
                .toList();
    }
}
