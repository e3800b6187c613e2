package ma.balagh.intake.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.evidence.ErasedBytes;
import ma.balagh.intake.report.Visibility;
import org.jboss.logging.Logger;

/** Erases what has been kept for long enough, and says before what that would be. */
@ApplicationScoped
class RetentionService {

    private static final Logger LOG = Logger.getLogger(RetentionService.class);

    private final DueRepository due;
    private final RunRepository runs;
    private final ErasureService erasure;
    private final ErasedBytes bytes;
    private final RetentionConfig config;
    private final Clock clock;

    RetentionService(
            DueRepository due,
            RunRepository runs,
            ErasureService erasure,
            ErasedBytes bytes,
            RetentionConfig config,
            Clock clock) {
        this.due = due;
        this.runs = runs;
        this.erasure = erasure;
        this.bytes = bytes;
        this.config = config;
        this.clock = clock;
    }

    /** What would go now, by kind. */
    Plan plan(Visibility visibility) {
        Instant now = now();
        var kinds = new EnumMap<RetentionKind, Plan.Part>(RetentionKind.class);
        for (RetentionKind kind : RetentionKind.values()) {
            DueRepository.Count count = due.count(kind, cutoff(kind, now), visibility);
            kinds.put(
                    kind,
                    new Plan.Part(config.period(kind).orElse(null), count.due(), count.held(), count.remaining()));
        }
        return new Plan(now, kinds);
    }

    /** Each thing of a kind whose time is over, newest first. */
    Page<Due> due(RetentionKind kind, PageRequest request, Visibility visibility) {
        return Page.of(
                due.page(kind, cutoff(kind, now()), visibility, request.after(), request.fetch()), request, Due::id);
    }

    @Scheduled(identity = "retention", cron = "{balagh.retention.schedule}")
    @RunOnVirtualThread
    void runByItself() {
        Run run = run(RunOrder.BY_ITSELF);
        LOG.infof("retention has erased what was due; runId=%s erased=%s", run.id(), run.erased());
    }

    /**
     * Erases what is due, in transactions of a few each: what a crash leaves, the next run takes. The bytes of evidence go
     * after them.
     */
    Run run(RunOrder order) {
        Instant started = now();
        UUID id = Ids.next();
        QuarkusTransaction.requiringNew().run(() -> runs.start(id, started, order.by()));
        var erased = new EnumMap<RetentionKind, Long>(RetentionKind.class);
        for (RetentionKind kind : order.kinds()) {
            erased.put(kind, erase(id, kind, cutoff(kind, started), order));
        }
        bytes.sweep();
        Instant ended = now();
        QuarkusTransaction.requiringNew().run(() -> runs.end(id, ended));
        return new Run(id, started, order.by(), ended, Map.copyOf(erased));
    }

    private long erase(UUID runId, RetentionKind kind, Instant cutoff, RunOrder order) {
        long erased = 0;
        List<Due> gone;
        do {
            gone = QuarkusTransaction.requiringNew().call(() -> eraseSome(runId, kind, cutoff, order));
            erased += gone.size();
        } while (!gone.isEmpty());
        return erased;
    }

    private List<Due> eraseSome(UUID runId, RetentionKind kind, Instant cutoff, RunOrder order) {
        String period = config.period(kind).map(Period::toString).orElse("");
        List<Due> gone = erasure.eraseSome(kind, period, cutoff, order);
        runs.record(runId, kind, period, gone, now());
        return gone;
    }

    /** The latest beginning of a period that is over; before everything where it has no end. */
    private Instant cutoff(RetentionKind kind, Instant now) {
        return config.period(kind)
                .map(period -> now.atZone(ZoneOffset.UTC).minus(period).toInstant())
                .orElse(Instant.EPOCH);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
