package ma.balagh.intake.report;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static ma.balagh.persistence.NamedValueBinder.bind;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.PageRequest;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The tables {@code report} and {@code report_decision}. */
@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<Report, UUID> {

    private final Session session;
    private final StatelessSession inserts;

    ReportRepository(Session session, StatelessSession inserts) {
        this.session = session;
        this.inserts = inserts;
    }

    /** At once: what refers to it is written with SQL. */
    void insert(Report report) {
        inserts.insert(report);
    }

    Optional<Report> find(UUID id) {
        return reports("report.id = :id").setParameter("id", id).uniqueResultOptional();
    }

    Optional<Report> find(ReceiptCode receipt) {
        return reports("report.receipt = :receipt")
                .setParameter("receipt", receipt.value())
                .uniqueResultOptional();
    }

    /** A query that loads no entity: the report is loaded later, once it is locked. */
    boolean isVisible(UUID id) {
        return ScalarQuery.of(session, "select exists (select from report where report.id = :id)", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** What all see who read the report: a partner what it filed, staff its territory. */
    ReportAudience readersOf(UUID id) {
        Tuple report = session.createSelectionQuery("""
                        select filedBy as filedBy, jurisdiction as jurisdiction, fromPartner as fromPartner
                        from Report where id = :id
                        """, Tuple.class)
                .setParameter("id", id)
                .getSingleResult();
        return ReportAudience.within(
                report.get("filedBy", String.class),
                report.get("fromPartner", Boolean.class)
                        ? List.of()
                        : Jurisdictions.of(report.get("jurisdiction", String.class))
                                .patterns());
    }

    /** Newest first. */
    List<Report> page(@Nullable ReportStatus status, PageRequest page) {
        return reports("""
                        report.id < :after and (cast(:status as text) is null or report.status = :status)
                        order by report.id desc limit :fetch
                        """)
                .setParameter("after", page.after())
                .setParameter("status", status == null ? null : status.name(), String.class)
                .setParameter("fetch", page.fetch())
                .getResultList();
    }

    /** Newest first. */
    List<Report> search(QueryConditionBuilder conditions, int fetch) {
        return bind(
                        conditions.values(),
                        reports(conditions.sql() + "\norder by report.received_at desc, report.id desc limit :fetch"))
                .setParameter("fetch", fetch)
                .getResultList();
    }

    /**
     * For this transaction: no statement goes on for long, each is planned for the very words and filters that it is
     * given, and sets of rows that indexes find are kept exactly.
     */
    void limitSearch(Duration time) {
        ScalarQuery.of(session, """
                        select set_config(name, setting, true) from (values
                            ('statement_timeout', :time), ('plan_cache_mode', 'force_custom_plan'),
                            ('work_mem', '16MB'), ('jit', 'off'),
                            ('pg_trgm.similarity_threshold', :similarity),
                            ('pg_trgm.strict_word_similarity_threshold', :variant)) as bound (name, setting)
                        """, String.class)
                .setParameter("time", Long.toString(time.toMillis()))
                .setParameter("similarity", SearchSpelling.LEAST_SIMILARITY)
                .setParameter("variant", SearchSpelling.LEAST_SIMILARITY_OF_VARIANT)
                .getResultList();
    }

    /** Holds the report until the transaction ends. */
    Optional<Report> lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE);
    }

    /** In one order, so that two who want the same reports do not wait for each other. */
    List<Report> lock(Collection<UUID> ids) {
        return reports("report.id = any(:ids) order by report.id for no key update")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    private NativeQuery<Report> reports(String condition) {
        return session.createNativeQuery("select {report.*} from report where " + condition, Report.class, "report");
    }

    /** In the order of their ids, as everybody does who needs more than one. */
    void forwarded(Collection<UUID> ids) {
        session.createNativeMutationQuery("""
                        update report set forwarded = true
                        where id in (select id from report where id = any(:ids) and not forwarded order by id
                                     for no key update)
                        """)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
    }

    void decided(AnswerReports.Accepted command, String by, Instant at) {
        session.createNativeMutationQuery("""
                        insert into report_decision (report_id, at, kind, reason, decided_by)
                        select unnest(cast(:ids as uuid[])), :at, :kind, :reason, :by
                        """)
                .setParameter("ids", command.reportIds().toArray(UUID[]::new))
                .setParameter("at", at)
                .setParameter("kind", command.answer().name())
                .setParameter("reason", command.reason())
                .setParameter("by", by)
                .executeUpdate();
    }

    /**
     * What a reader is shown with the report has changed.
     *
     * @return false when there is no such report
     */
    boolean touch(UUID id) {
        return session.createNativeMutationQuery("update report set version = version + 1 where id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }
}
