package ma.balagh.intake.source.poll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import ma.balagh.fetch.FetchRequest.Validators;
import ma.balagh.intake.source.Source;
import ma.balagh.intake.source.SourceService;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;
import ma.balagh.taskqueue.TaskTable;
import org.jspecify.annotations.Nullable;

/** Which source is polled next, and what is kept of a poll. */
@ApplicationScoped
class PollQueue {

    /** The source that has been due for longest, of those whose host may be asked now. */
    private static final TaskTable TABLE = TaskTable.named("source")
            .with("enabled and removed_at is null and next_attempt_at is not null")
            .due("next_attempt_at")
            .orderedBy("next_attempt_at")
            .changing(new TaskTable.Changes("last_attempt_at = date_trunc('milliseconds', now())", "", """
                    failed_at = now(), failure_reason = 'UNFORESEEN', failure_detail = ?,
                    failing_since = coalesce(failing_since, now()), failures = failures + 1
                    """))
            .returning("version, entity_tag, last_modified, resume_url, resume_later");

    /** What ends a poll: the next one of the source is another task. */
    private static final String OVER = "lost_leases = 0";

    private final PollRepository repository;
    private final SourceService sources;
    private final PollTimingRules timing;
    private final Clock clock;
    private final TaskQueue<PollTask> tasks;

    PollQueue(
            PollRepository repository,
            DataSource pool,
            SourceService sources,
            PollWorkersConfig workers,
            PollTimingRules timing,
            Clock clock) {
        this.repository = repository;
        this.sources = sources;
        this.timing = timing;
        this.clock = clock;
        var host = new TaskTable.Key("host", "1", "last_attempt_at", timing.hostPause());
        this.tasks = new TaskQueue<>(pool, TABLE.limitedBy(host), workers, PollQueue::task);
    }

    TaskQueue<PollTask> tasks() {
        return tasks;
    }

    /** The source to be polled; empty where a person has changed or removed it since, and nothing is polled this time. */
    @Transactional
    Optional<PollClaim> claimed(PollTask task) {
        Source source = sources.find(task.id()).orElse(null);
        Source.Polling polling = source == null ? null : source.polling();
        if (source == null || polling == null || source.version() != task.version()) {
            tasks.end(task, OVER);
            return Optional.empty();
        }
        return Optional.of(new PollClaim(task, source, polling));
    }

    /**
     * Keeps what the poll came to, unless the source was described anew meanwhile.
     *
     * @throws LeaseLostException when another replica may have it
     */
    @Transactional
    void end(PollClaim claim, PollOutcome outcome) {
        if (repository.lockVersion(claim.task().id()) != claim.task().version()) {
            tasks.end(claim.task(), OVER);
            return;
        }
        switch (outcome) {
            case PollOutcome.Told told -> told(claim, told);
            case PollOutcome.Failed failed -> failed(claim, failed);
        }
    }

    private void told(PollClaim claim, PollOutcome.Told told) {
        Instant now = now();
        Duration pause = timing.pause(claim.polling(), told.fresh() > 0);
        Duration wait = told.resumeUrls().isEmpty() ? timing.afterSuccess(pause, told.freshFor()) : timing.hostPause();
        Validators validators = told.validators();
        tasks.end(
                claim.task(),
                OVER + """
                        , entity_tag = ?, last_modified = ?, resume_url = ?, resume_later = ?, pause_ms = ?, next_attempt_at = ?,
                        last_success_at = ?, last_new_at = case when ? then ? else last_new_at end,
                        failing_since = null, failures = 0
                        """,
                validators == null ? null : validators.entityTag(),
                validators == null ? null : validators.lastModified(),
                first(told.resumeUrls()),
                later(told.resumeUrls()),
                pause.toMillis(),
                utc(now.plus(wait)),
                utc(now),
                told.fresh() > 0,
                utc(now));
        PollOutcome.Move move = told.move();
        if (move != null) {
            repository.move(claim.source().id(), claim.polling().currentUrl(), move, now);
        }
    }

    private void failed(PollClaim claim, PollOutcome.Failed failed) {
        Instant now = now();
        int failures = claim.source().health().failures() + 1;
        tasks.end(
                claim.task(),
                OVER + """
                        , failed_at = ?, failure_reason = ?, failure_detail = ?, resume_url = ?, resume_later = ?,
                        failing_since = coalesce(failing_since, ?), failures = failures + 1, next_attempt_at = ?,
                        last_new_at = case when ? then ? else last_new_at end
                        """,
                utc(now),
                failed.reason(),
                failed.detail(),
                first(failed.resumeUrls()),
                later(failed.resumeUrls()),
                utc(now),
                utc(now.plus(timing.afterFailure(failures, failed.stayAway()))),
                failed.fresh() > 0,
                utc(now));
    }

    private static PollTask task(ResultSet row) throws SQLException {
        return new PollTask(
                row.getObject("id", UUID.class),
                row.getObject("lease_owner", UUID.class),
                row.getInt("lost_leases"),
                row.getInt("version"),
                validators(row),
                resumeUrls(row));
    }

    private static List<String> resumeUrls(ResultSet row) throws SQLException {
        String first = row.getString("resume_url");
        String[] later = (String[]) row.getArray("resume_later").getArray();
        return Stream.concat(Stream.ofNullable(first), Stream.of(later)).toList();
    }

    private static @Nullable String first(List<String> resumeUrls) {
        return resumeUrls.isEmpty() ? null : resumeUrls.getFirst();
    }

    private static String[] later(List<String> resumeUrls) {
        return resumeUrls.stream().skip(1).toArray(String[]::new);
    }

    private static @Nullable Validators validators(ResultSet row) throws SQLException {
        var validators = new Validators(row.getString("entity_tag"), row.getString("last_modified"));
        return validators.entityTag() == null && validators.lastModified() == null ? null : validators;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
