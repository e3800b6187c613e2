package ma.balagh.intake.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.report.Visibility;
import org.jboss.logging.Logger;

/** Erases what has been kept for long enough, and says before what that would be. */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final String BY_ITSELF = "retention";
    private static final Visibility EVERYTHING = new Visibility(true, null, List.of(), true);

    private final RetentionRows rows;
    private final RunRows runs;
    private final RetentionConfig config;
    private final Clock clock;

    Retention(RetentionRows rows, RunRows runs, RetentionConfig config, Clock clock) {
        this.rows = rows;
        this.runs = runs;
        this.config = config;
        this.clock = clock;
    }

    /** What would go now, by kind. */
    Plan plan(Visibility visibility) {
        Instant now = now();
        var kinds = new EnumMap<RetentionKind, Plan.Part>(RetentionKind.class);
        for (RetentionKind kind : RetentionKind.values()) {
            RetentionRows.Count count = rows.count(kind, cutoff(kind, now), visibility);
            kinds.put(kind, new Plan.Part(config.period(kind), count.due() - count.held(), count.held()));
        }
        return new Plan(now, kinds);
    }

    /** Each thing of a kind whose time is over, newest first. */
    Page<Due> due(RetentionKind kind, PageRequest request, Visibility visibility) {
        return Page.of(
                rows.page(kind, cutoff(kind, now()), visibility, request.after(), request.fetch()), request, Due::id);
    }

    @Scheduled(identity = "retention", cron = "{balagh.retention.schedule}")
    @RunOnVirtualThread
    void runByItself() {
        Run run = run(BY_ITSELF, EVERYTHING);
        LOG.infof("retention has erased what was due; runId=%s erased=%s", run.id(), run.erased());
    }

    /** Erases what is due, in transactions of a few each: what a crash leaves, the next run takes. */
    Run run(String by, Visibility visibility) {
        Instant started = now();
        UUID id = Ids.next();
        QuarkusTransaction.requiringNew().run(() -> runs.start(id, started, by));
        var erased = new EnumMap<RetentionKind, Long>(RetentionKind.class);
        for (RetentionKind kind : RetentionKind.values()) {
            erased.put(kind, erase(id, kind, cutoff(kind, started), visibility));
        }
        Instant ended = now();
        QuarkusTransaction.requiringNew().run(() -> runs.end(id, ended));
        return new Run(id, started, by, ended, Map.copyOf(erased));
    }

    private long erase(UUID runId, RetentionKind kind, Instant cutoff, Visibility visibility) {
        long erased = 0;
        List<Due> gone;
        do {
            gone = QuarkusTransaction.requiringNew().call(() -> {
                List<Due> going = rows.erase(kind, cutoff, visibility, config.batch());
                rows.record(runId, kind, config.period(kind).toString(), going, now());
                return going;
            });
            erased += gone.size();
        } while (!gone.isEmpty());
        return erased;
    }

    private Instant cutoff(RetentionKind kind, Instant now) {
        return now.atZone(ZoneOffset.UTC).minus(config.period(kind)).toInstant();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
