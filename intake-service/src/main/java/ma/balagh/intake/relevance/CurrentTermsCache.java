package ma.balagh.intake.relevance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The newest list of terms, prepared for matching. Each replica looks for a newer one on its own. */
@ApplicationScoped
class CurrentTermsCache {

    private final TermRepository repository;
    private final Clock clock;
    private volatile @Nullable TermMatcher vocabulary;

    CurrentTermsCache(TermRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    TermMatcher vocabulary() {
        TermMatcher known = vocabulary;
        return known != null ? known : refreshed();
    }

    @Scheduled(every = "{balagh.relevance.refresh}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void refresh() {
        refreshed();
    }

    private synchronized TermMatcher refreshed() {
        TermMatcher known = vocabulary;
        int newest = repository.newest();
        if (newest == 0) {
            newest = first();
        }
        if (known == null || known.version() != newest) {
            known = TermMatcher.of(newest, repository.find(newest).orElseThrow().list());
            vocabulary = known;
        }
        return known;
    }

    /** In a transaction of its own: whoever asks first may yet take back what they do. */
    private int first() {
        var version = new TermVersion(
                1,
                BuiltInTermsReader.read(),
                "As delivered",
                "balagh",
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        QuarkusTransaction.requiringNew().run(() -> repository.insert(version, "balagh"));
        return version.version();
    }
}
