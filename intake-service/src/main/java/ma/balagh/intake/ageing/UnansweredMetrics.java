package ma.balagh.intake.ageing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts the reports without an answer, so that somebody is alarmed when they age: nothing published is lost. */
@ApplicationScoped
class UnansweredMetrics {

    /** Where very many wait, counting takes long: the pause after it is so many times as long. */
    private static final int PAUSE = 20;

    private final AgeingService ageing;
    private final Clock clock;
    private Instant next = Instant.EPOCH;
    private volatile AgeingView standing = AgeingView.of(Instant.EPOCH, List.of(), AgeingView.InNoDossier.NONE);

    UnansweredMetrics(AgeingService ageing, Clock clock, MeterRegistry meters) {
        this.ageing = ageing;
        this.clock = clock;
        Gauge.builder("balagh.reports.unanswered", this, reports -> reports.standing.unanswered())
                .description("Reports without an answer")
                .register(meters);
        Gauge.builder("balagh.reports.unanswered.oldest", this, UnansweredMetrics::oldestAge)
                .description("Age of the oldest report without an answer")
                .baseUnit("seconds")
                .register(meters);
        for (AgeClass age : AgeClass.values()) {
            Gauge.builder("balagh.reports.unanswered.by.age", this, reports -> reports.count(age))
                    .tag("age", age.name().toLowerCase(Locale.ROOT))
                    .description("Reports without an answer that have waited so long")
                    .register(meters);
        }
    }

    @Scheduled(every = "{balagh.reports.unanswered-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void count() {
        Instant begin = clock.instant();
        if (begin.isBefore(next)) {
            return;
        }
        standing = ageing.ageing();
        Instant end = clock.instant();
        next = end.plus(Duration.between(begin, end).multipliedBy(PAUSE));
    }

    private long count(AgeClass age) {
        return standing.ages().get(age.ordinal()).count();
    }

    private double oldestAge() {
        @Nullable Instant oldest = standing.oldestReceivedAt();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
