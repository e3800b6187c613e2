package ma.balagh.intake.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.SearchText;
import ma.balagh.intake.IntakeProblem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Finds reports, a page at a time, newest first. */
@ApplicationScoped
class ReportPages {

    /** PostgreSQL's {@code query_canceled}: the time was over. */
    private static final String CANCELLED = "57014";

    private final Jdbi jdbi;
    private final SearchConfig config;

    ReportPages(Jdbi jdbi, SearchConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /** @throws ma.balagh.http.ProblemException 422 for a search that takes too long */
    @Transactional
    Page<Report> page(ReportFilter filter, PageRequest page, Visibility visibility) {
        String q = filter.q();
        SearchText text = q == null ? null : SearchText.of(q);
        Optional<PagePosition> after = page.after(PagePosition::parse);
        try {
            List<Report> rows = jdbi.withHandle(handle -> {
                bound(handle);
                var conditions = new Conditions();
                visibility.addTo(conditions);
                filter.addTo(conditions);
                after.ifPresent(position -> addTo(conditions, position));
                if (text != null) {
                    new TextCondition(text, Spelling.of(text, handle)).addTo(conditions);
                }
                String sql = "select " + ReportRows.COLUMNS + " from report where " + conditions.sql()
                        + "\norder by report.received_at desc, report.id desc limit :fetch";
                return conditions
                        .bindTo(handle.createQuery(sql))
                        .bind("fetch", page.fetch())
                        .map(ReportRows::report)
                        .list();
            });
            return Page.of(rows, page, PagePosition::of);
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException cause && CANCELLED.equals(cause.getSQLState())) {
                throw IntakeProblem.SEARCH_TOO_LONG.because("narrow it by a time, a jurisdiction or rarer words");
            }
            throw e;
        }
    }

    /**
     * For this transaction: no statement goes on for long, each is planned for the very words and filters that it is
     * given, and sets of rows that indexes find are kept exactly.
     */
    private void bound(Handle handle) {
        handle.createQuery("""
                        select set_config(name, setting, true) from (values
                            ('statement_timeout', :time), ('plan_cache_mode', 'force_custom_plan'),
                            ('work_mem', '16MB'), ('jit', 'off'),
                            ('pg_trgm.similarity_threshold', :similarity),
                            ('pg_trgm.strict_word_similarity_threshold', :variant)) as bound (name, setting)
                        """)
                .bind("time", Long.toString(config.time().toMillis()))
                .bind("similarity", Spelling.LEAST_SIMILARITY)
                .bind("variant", Spelling.LEAST_SIMILARITY_OF_VARIANT)
                .mapTo(String.class)
                .list();
    }

    private static void addTo(Conditions conditions, PagePosition position) {
        conditions.add("(report.received_at, report.id) < (%s, %s)"
                .formatted(
                        conditions.bind("afterTime", position.receivedAt()),
                        conditions.bind("afterId", position.id())));
    }
}
