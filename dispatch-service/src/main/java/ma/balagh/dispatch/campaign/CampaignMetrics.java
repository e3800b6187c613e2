package ma.balagh.dispatch.campaign;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What an operator watches: how long the first month has been due that the public is not shown. */
@ApplicationScoped
class CampaignMetrics {

    private final CampaignService service;
    private final Clock clock;
    private final AtomicReference<Optional<Instant>> due = new AtomicReference<>(Optional.empty());

    CampaignMetrics(CampaignService service, Clock clock, MeterRegistry registry) {
        this.service = service;
        this.clock = clock;
        Gauge.builder("balagh.campaign.overdue", this, CampaignMetrics::overdueSeconds)
                .description("how long the first month that is not published has been due; 0 when none is")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Reads it now and then, so that scraping costs the database nothing. */
    @Scheduled(every = "${balagh.campaign.metrics-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        due.set(service.nextDue());
    }

    private double overdueSeconds() {
        return due.get()
                .map(since ->
                        Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0))
                .orElse(0.0);
    }
}
