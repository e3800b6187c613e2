package ma.balagh.intake.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.QueryTimeoutException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.SearchText;
import ma.balagh.http.TimePosition;
import ma.balagh.intake.IntakeProblem;

/** Finds reports, a page at a time, newest first. */
@ApplicationScoped
class ReportSearchService {

    private final ReportRepository repository;
    private final ReportWordRepository words;
    private final SearchConfig config;

    ReportSearchService(ReportRepository repository, ReportWordRepository words, SearchConfig config) {
        this.repository = repository;
        this.words = words;
        this.config = config;
    }

    /** @throws ma.balagh.http.ProblemException 422 for a search that takes too long */
    @Transactional
    Page<Report> page(ReportCriteria filter, PageRequest page, ReportAudience caller) {
        String q = filter.q();
        SearchText text = q == null ? null : SearchText.of(q);
        Optional<TimePosition> after = page.after(TimePosition::parse);
        try {
            repository.limitSearch(config.time());
            var conditions = new QueryConditionBuilder();
            caller.narrow(conditions);
            filter.addTo(conditions);
            after.ifPresent(position -> addTo(conditions, position));
            if (text != null) {
                new TextCondition(text, words.spellings(text)).addTo(conditions);
            }
            List<Report> found = repository.search(conditions, page.fetch());
            return Page.of(found, page, report -> new TimePosition(report.receivedAt(), report.id()));
        } catch (QueryTimeoutException e) {
            throw IntakeProblem.SEARCH_TOO_LONG.because("narrow it by a time, a jurisdiction or rarer words");
        }
    }

    private static void addTo(QueryConditionBuilder conditions, TimePosition position) {
        conditions.add("(report.received_at, report.id) < (%s, %s)"
                .formatted(conditions.bind("afterTime", position.at()), conditions.bind("afterId", position.id())));
    }
}
