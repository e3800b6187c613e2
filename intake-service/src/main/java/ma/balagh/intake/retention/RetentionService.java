package ma.balagh.intake.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.report.ReportAudience;
import org.jspecify.annotations.Nullable;

/** Has what has been kept for long enough erased, and says before what that would be. */
@ApplicationScoped
class RetentionService {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final DueRepository due;
    private final RetentionRunRepository runs;
    private final RetentionConfig config;
    private final Clock clock;

    RetentionService(DueRepository due, RetentionRunRepository runs, RetentionConfig config, Clock clock) {
        this.due = due;
        this.runs = runs;
        this.config = config;
        this.clock = clock;
    }

    /** What would go now, by kind. */
    ErasurePlan plan(ReportAudience readers) {
        Instant now = now();
        var kinds = new EnumMap<RetentionKind, ErasurePlan.Part>(RetentionKind.class);
        for (RetentionKind kind : RetentionKind.values()) {
            DueRepository.Count count = due.count(kind, config.cutoff(kind, now), readers);
            kinds.put(
                    kind,
                    new ErasurePlan.Part(
                            config.period(kind).orElse(null), count.due(), count.held(), count.remaining()));
        }
        return new ErasurePlan(now, kinds);
    }

    /** Each thing of a kind whose time is over, newest first. */
    Page<DueErasure> due(RetentionKind kind, PageRequest request, ReportAudience readers) {
        return Page.of(
                due.page(kind, config.cutoff(kind, now()), readers, request.after(), request.fetch()),
                request,
                DueErasure::id);
    }

    /** @param scheduledFor the time of the schedule: replicas that order at the same one order once */
    void orderByItself(Instant scheduledFor) {
        order(RetentionRunRequest.BY_ITSELF, scheduledFor);
    }

    /** Has everything that is due erased, by whichever replica, once this is committed. */
    UUID order(RetentionRunRequest order) {
        return order(order, null);
    }

    /** The run when it is done, or as it is after a while. */
    RetentionRun await(UUID id, RetentionRunRequest order) throws InterruptedException {
        long end = System.nanoTime() + config.answerWithin().toNanos();
        while (!QuarkusTransaction.requiringNew().call(() -> runs.isOver(id)) && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        RetentionRun run = QuarkusTransaction.requiringNew().call(() -> runs.get(id, order.readers()));
        var erased = new EnumMap<RetentionKind, Long>(RetentionKind.class);
        order.kinds().forEach(kind -> erased.put(kind, 0L));
        erased.putAll(run.erased());
        return run.erasing(erased);
    }

    private UUID order(RetentionRunRequest order, @Nullable Instant scheduledFor) {
        UUID id = IdGenerator.next();
        QuarkusTransaction.joiningExisting().run(() -> runs.insert(id, now(), order, scheduledFor));
        return id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
