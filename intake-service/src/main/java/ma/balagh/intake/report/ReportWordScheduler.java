package ma.balagh.intake.report;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Learns the words that reports have, by which {@link SearchSpelling}s are found. Those of new reports are learnt a little
 * later, many at once, so that nobody who files a report waits for that.
 */
@ApplicationScoped
class ReportWordScheduler {

    /** A report's time of receipt lies before its commit: by no more than a transaction may last. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(1);

    private final ReportWordRepository words;
    private final Clock clock;

    ReportWordScheduler(ReportWordRepository words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /** Of several replicas, one at a time. */
    @Scheduled(
            identity = "word-list",
            every = "{balagh.reports.words-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void learn() {
        Instant now = clock.instant();
        words.lockMark().ifPresent(until -> {
            words.learn(until.minus(LONGEST_TRANSACTION), now);
            words.mark(now);
        });
    }
}
