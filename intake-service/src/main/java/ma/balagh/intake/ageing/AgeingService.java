package ma.balagh.intake.ageing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import org.jspecify.annotations.Nullable;

/** Reports without an answer, as far as somebody sees them. */
@ApplicationScoped
class AgeingService {

    private final UnansweredRepository repository;
    private final Clock clock;

    AgeingService(UnansweredRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    AgeingView ageing() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return AgeingView.of(now, repository.count(now));
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
