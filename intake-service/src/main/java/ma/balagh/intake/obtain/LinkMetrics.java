package ma.balagh.intake.obtain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import ma.balagh.intake.evidence.PartialMediumStore;
import ma.balagh.intake.obtain.LinkWorkRepository.Waiting;

/** Counts the links that wait and those that need a person, and sweeps the partial files of those that have ended. */
@ApplicationScoped
class LinkMetrics {

    private final MediaLinkService work;
    private final ReportLinkService links;
    private final PartialMediumStore partials;
    private final Clock clock;
    private final MultiGauge unobtainable;
    private volatile Waiting waiting = new Waiting(0, null);

    LinkMetrics(
            MediaLinkService work,
            ReportLinkService links,
            PartialMediumStore partials,
            Clock clock,
            MeterRegistry meters) {
        this.work = work;
        this.links = links;
        this.partials = partials;
        this.clock = clock;
        this.unobtainable = MultiGauge.builder("balagh.media.unobtainable")
                .description("Media that only a person can obtain, by reason")
                .register(meters);
        Gauge.builder("balagh.media.to.obtain", this, all -> all.waiting.count())
                .description("Media and pages that are still to be fetched")
                .register(meters);
        Gauge.builder("balagh.media.to.obtain.oldest", this, LinkMetrics::oldestAge)
                .description("Age of the oldest of them")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(every = "${balagh.obtain.count-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void count() {
        waiting = work.waiting();
        List<MultiGauge.Row<?>> missing = new ArrayList<>();
        work.unobtainable()
                .forEach((reason, count) -> missing.add(MultiGauge.Row.of(Tags.of("reason", reason), count)));
        unobtainable.register(missing, true);
        sweep();
    }

    private void sweep() {
        List<UUID> files = partials.all();
        var ended = new HashSet<>(files);
        ended.removeAll(links.stillToObtain(files));
        ended.forEach(partials::discard);
    }

    private double oldestAge() {
        Instant oldest = waiting.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
