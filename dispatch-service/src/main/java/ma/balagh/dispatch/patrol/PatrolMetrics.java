package ma.balagh.dispatch.patrol;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** What an operator watches: plans that nobody gets, and how long the oldest has been computed. */
@ApplicationScoped
class PatrolMetrics {

    private final PatrolPlanRepository plans;
    private final Clock clock;
    private final AtomicReference<PatrolPlanRepository.Trouble> trouble =
            new AtomicReference<>(new PatrolPlanRepository.Trouble(0, null));

    PatrolMetrics(PatrolPlanRepository plans, Clock clock, MeterRegistry registry) {
        this.plans = plans;
        this.clock = clock;
        Gauge.builder(
                        "balagh.patrol.plans.failed",
                        trouble,
                        latest -> latest.get().failed())
                .description("plans that could not be computed and whose time is not over")
                .register(registry);
        Gauge.builder("balagh.patrol.plans.oldest.solving.age", this, PatrolMetrics::oldestSolvingSeconds)
                .description("how long the oldest plan that is not computed yet has waited for it; 0 where none does")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Reads the figures now and then, so that scraping costs the database nothing. */
    @Scheduled(every = "${balagh.patrol.metrics-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        trouble.set(plans.trouble(clock.instant()));
    }

    private double oldestSolvingSeconds() {
        var oldest = trouble.get().oldestSolving();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
