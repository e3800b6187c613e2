package ma.balagh.intake.quota;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Bytes that are announced and that came in the last day, read from the database, and media that were refused. */
@Singleton
class QuotaMetrics {

    private final QuotaRepository repository;
    private final Clock clock;
    private final Counter beyondAccount;
    private final Counter beyondRoom;
    private volatile long announced;
    private volatile long stored;

    QuotaMetrics(QuotaRepository repository, MeterRegistry meters, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        Gauge.builder("balagh.media.announced", this, metrics -> metrics.announced)
                .description("Bytes of media that are announced and have not arrived")
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("balagh.media.stored.day", this, metrics -> metrics.stored)
                .description("Bytes of media that accounts brought within the last 24 hours")
                .baseUnit("bytes")
                .register(meters);
        this.beyondAccount = counter(meters, "account");
        this.beyondRoom = counter(meters, "room");
    }

    @Scheduled(every = "{balagh.intake.quota.watch-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void watch() {
        Instant now = clock.instant();
        repository.forget(now.minus(QuotaService.DAY), now);
        announced = repository.outstanding(now);
        stored = repository.stored(now.minus(QuotaService.DAY));
    }

    /** @param limit {@code account} or {@code room} */
    void refused(String limit) {
        (limit.equals("room") ? beyondRoom : beyondAccount).increment();
    }

    private static Counter counter(MeterRegistry meters, String limit) {
        return Counter.builder("balagh.media.refused")
                .description("Media refused for their bytes, by the limit that they exceed")
                .tag("limit", limit)
                .register(meters);
    }
}
