package ma.balagh.analysis.rendition;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes the bytes of what nobody looked at for long, and tells how many are kept: {@code balagh_rendition_bytes} and
 * {@code balagh_rendition_waiting}. Every replica says the same, so take the maximum.
 */
@ApplicationScoped
class RenditionExpiry {

    private final Jdbi jdbi;
    private final RenditionConfig config;
    private final Clock clock;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();

    RenditionExpiry(Jdbi jdbi, RenditionConfig config, Clock clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
        meters.gauge("balagh.rendition.bytes", bytes);
        meters.gauge("balagh.rendition.waiting", waiting);
    }

    @Scheduled(
            identity = "rendition-expiry",
            every = "${balagh.rendition.sweep-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        OffsetDateTime unusedSince = clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC);
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        with expired as (
                            update rendition set state = 'EXPIRED'
                            where state = 'READY' and last_used_at < :unusedSince
                            returning id)
                        delete from rendition_piece using expired where rendition_id = expired.id
                        """).bind("unusedSince", unusedSince).execute());
        bytes.set(number("select coalesce(sum(size), 0) from rendition where state = 'READY'"));
        waiting.set(number("select count(*) from rendition where state in ('QUEUED', 'RUNNING')"));
    }

    private long number(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
