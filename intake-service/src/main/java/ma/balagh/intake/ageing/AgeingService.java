package ma.balagh.intake.ageing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reports without an answer, as far as somebody sees them. */
@ApplicationScoped
class AgeingService {

    private final UnansweredRepository repository;
    private final AnswerTimeRepository times;
    private final Clock clock;
    private final Duration target;

    AgeingService(
            UnansweredRepository repository,
            AnswerTimeRepository times,
            Clock clock,
            @ConfigProperty(name = "balagh.reports.answer-target") Duration target) {
        this.repository = repository;
        this.times = times;
        this.clock = clock;
        this.target = target;
    }

    AgeingView ageing() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return AgeingView.of(now, repository.count(now));
    }

    /** What became of the reports of so many weeks, the last of which ends now. */
    WeeklyAnswers weeks(int weeks) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return WeeklyAnswers.of(now, target, weeks, times.weeks(now, target, weeks));
    }

    /**
     * Oldest first.
     *
     * @param jurisdiction itself and all below it; null for every one
     * @param olderThan the least age
     */
    Page<UnansweredView> page(@Nullable Jurisdictions jurisdiction, Duration olderThan, PageRequest request) {
        return Page.of(repository.page(clock.instant(), jurisdiction, olderThan, request), request, UnansweredView::id);
    }
}
