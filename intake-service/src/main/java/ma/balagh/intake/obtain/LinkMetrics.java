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
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import ma.balagh.intake.evidence.PartialMedia;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Counts the links that wait and those that need a person, and sweeps the partial files of those that have ended. */
@ApplicationScoped
class LinkMetrics {

    private record Waiting(int count, @Nullable Instant oldest) {}

    private record Missing(String reason, int count) {}

    private final Jdbi jdbi;
    private final LinkRows links;
    private final PartialMedia partials;
    private final Clock clock;
    private final MultiGauge unobtainable;
    private volatile Waiting waiting = new Waiting(0, null);

    LinkMetrics(Jdbi jdbi, LinkRows links, PartialMedia partials, Clock clock, MeterRegistry meters) {
        this.jdbi = jdbi;
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
        waiting = jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) as count, min(since) as oldest from media_link where state = 'TO_OBTAIN'")
                .map((row, context) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Waiting(row.getInt("count"), oldest == null ? null : oldest.toInstant());
                })
                .one());
        List<MultiGauge.Row<?>> rows = jdbi.withHandle(handle -> handle.createQuery("""
                        select reason, count(*) as count from media_link where state = 'UNOBTAINABLE' group by reason
                        """)
                .map((row, context) -> new Missing(row.getString("reason"), row.getInt("count")))
                .<MultiGauge.Row<?>>map(
                        missing -> MultiGauge.Row.of(Tags.of("reason", missing.reason()), missing.count()))
                .list());
        unobtainable.register(rows, true);
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
