package ma.balagh.intake.ageing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.ageing.AnswerPeriodQuery.AnswerPeriod;
import ma.balagh.intake.report.ReportLinks;
import ma.balagh.intake.report.ReportMedia;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reports without an answer, and how long answers took, as far as somebody sees the reports. */
@ApplicationScoped
class AgeingService {

    private final UnansweredRepository repository;
    private final AnswerTimeRepository times;
    private final ReportLinks links;
    private final ReportMedia media;
    private final Clock clock;
    private final Duration target;

    AgeingService(
            UnansweredRepository repository,
            AnswerTimeRepository times,
            ReportLinks links,
            ReportMedia media,
            Clock clock,
            @ConfigProperty(name = "balagh.reports.answer-target") Duration target) {
        this.repository = repository;
        this.times = times;
        this.links = links;
        this.media = media;
        this.clock = clock;
        this.target = target;
    }

    AgeingView ageing() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return AgeingView.of(now, repository.count(now), repository.countInNoDossier());
    }

    /** What became of the reports of so many weeks, the last of which ends now. */
    WeeklyAnswers weeks(int weeks) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return WeeklyAnswers.of(now, target, weeks, times.weeks(now, target, weeks));
    }

    /** What became of the reports of a period, by territory. */
    AnswerTimes territories(AnswerPeriod period) {
        return new AnswerTimes(period.from(), period.to(), target.toSeconds(), times.territories(period, target));
    }

    /**
     * The reports of a period, those first that took or have waited longest.
     *
     * @param fate null for all
     */
    List<AnswerTimeView> slowest(AnswerPeriod period, @Nullable AnswerFate fate, int most) {
        return times.slowest(period, target, fate, most);
    }

    /**
     * Oldest first.
     *
     * @param jurisdiction itself and all below it; null for every one
     * @param olderThan the least age
     */
    Page<UnansweredView> page(@Nullable Jurisdictions jurisdiction, Duration olderThan, PageRequest request) {
        var page = Page.of(
                repository.page(clock.instant(), jurisdiction, olderThan, request), request, UnansweredView::id);
        var ids = page.items().stream().map(UnansweredView::id).toList();
        var having = media.of(ids).keySet();
        var named = links.of(ids);
        return new Page<>(
                page.items().stream()
                        .map(report -> having.contains(report.id())
                                ? report
                                : report.with(named.getOrDefault(report.id(), List.of())))
                        .toList(),
                page.next());
    }
}
