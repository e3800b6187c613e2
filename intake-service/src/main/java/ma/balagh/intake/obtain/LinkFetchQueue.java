package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.fetch.FetchOutcome.Progress;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.intake.report.ReportService;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;
import ma.balagh.taskqueue.TaskTable;
import org.jspecify.annotations.Nullable;

/**
 * Which link is fetched next, and what an attempt leaves of a link that goes on. What is not obtained stays in the queue for
 * ever. Of the links with one address one is fetched; {@link LinkLeaderRepository} lets the others follow it.
 */
@ApplicationScoped
class LinkFetchQueue {

    /** The link that has been due for longest, of those whose host may be asked now. */
    private static final TaskTable TABLE = TaskTable.named("media_link")
            .with("state = 'TO_OBTAIN' and follows is null")
            .due("next_attempt_at")
            .orderedBy("next_attempt_at, id")
            .changing(new TaskTable.Changes(
                    "attempted_at = now(), attempts = attempts + 1",
                    "attempted_at = now()",
                    "failures = failures + 1, reason = 'NOT_STORED', detail = ?"))
            .returning("""
                    report_id, kind, url, found_on is not null as found, progress_bytes, progress_validator,
                    progress_since, failures, detail
                    """);

    /** What ends an attempt: the next one at the link is another task. */
    private static final String OVER = "attempted_at = now(), lost_leases = 0";

    private static final String PROGRESS = "progress_bytes = ?, progress_validator = ?, progress_since = ?";
    private static final String NO_PROGRESS = "progress_bytes = null, progress_validator = null, progress_since = null";

    private final ReportService reports;
    private final ObtainConfig config;
    private final TaskQueue<LinkTask> tasks;

    LinkFetchQueue(
            DataSource pool,
            LinkLeaderRepository leaders,
            ReportService reports,
            ObtainConfig config,
            LinkWorkersConfig workers) {
        this.reports = reports;
        this.config = config;
        var host = new TaskTable.Key("host", Integer.toString(config.perHost()), "attempted_at", config.hostPause());
        this.tasks = new TaskQueue<>(pool, TABLE.limitedBy(host), workers, LinkFetchQueue::task, leaders);
    }

    TaskQueue<LinkTask> tasks() {
        return tasks;
    }

    /** Keeps how much of it is on disk; a lost lease changes nothing. */
    void keepProgress(LinkTask task, LinkTask.Begun begun) {
        // What another worker has by now is that worker's to write.
        var unused = tasks.write(
                task, PROGRESS, begun.progress().bytes(), begun.progress().validator(), utc(begun));
    }

    /**
     * What an earlier attempt left is about to be overwritten: nobody may take the new bytes for the old ones.
     *
     * @throws LeaseLostException when another replica may have it
     */
    void forgetProgress(LinkTask task) {
        if (!tasks.write(task, NO_PROGRESS)) {
            throw new LeaseLostException();
        }
    }

    /**
     * It is tried again later; for ever, if need be.
     *
     * @param begun what the next attempt can go on from; null when it has to begin anew
     * @param failures attempts in a row that brought nothing, this one included
     * @throws LeaseLostException when another replica may have it
     */
    @Transactional
    void putOff(LinkTask task, FailureReason why, Duration pause, LinkTask.@Nullable Begun begun, int failures) {
        if (!why.detail().equals(task.detail())) {
            reports.linkChanged(task.reportId());
        }
        tasks.end(
                task,
                OVER
                        + ", next_attempt_at = now() + ? * interval '1 millisecond', reason = ?, detail = ?, failures = ?, "
                        + PROGRESS,
                pause.toMillis(),
                why.code(),
                why.detail(),
                failures,
                begun == null ? null : begun.progress().bytes(),
                begun == null ? null : begun.progress().validator(),
                begun == null ? null : utc(begun));
    }

    /**
     * What a report called a medium is a page, which may show it: it is read as one, as soon as its host may be asked.
     *
     * @throws LeaseLostException when another replica may have it
     */
    @Transactional
    void turnIntoPage(LinkTask task) {
        reports.linkChanged(task.reportId());
        tasks.end(
                task,
                OVER + ", kind = 'PAGE', next_attempt_at = now() + ? * interval '1 millisecond', failures = 0, "
                        + NO_PROGRESS,
                config.hostPause().toMillis());
    }

    /**
     * Ends the attempt, in the caller's transaction, which writes what the link has come to.
     *
     * @throws LeaseLostException when another replica may have it
     */
    void end(LinkTask task) {
        tasks.end(task, OVER);
    }

    private static LinkTask task(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("progress_since", OffsetDateTime.class);
        return new LinkTask(
                row.getObject("id", UUID.class),
                row.getObject("lease_owner", UUID.class),
                row.getInt("lost_leases"),
                row.getObject("report_id", UUID.class),
                MediaLink.Kind.valueOf(row.getString("kind")),
                row.getString("url"),
                row.getBoolean("found"),
                since == null
                        ? null
                        : new LinkTask.Begun(
                                new Progress(row.getLong("progress_bytes"), row.getString("progress_validator")),
                                since.toInstant()),
                row.getInt("failures"),
                row.getString("detail"));
    }

    private static OffsetDateTime utc(LinkTask.Begun begun) {
        return begun.since().atOffset(ZoneOffset.UTC);
    }
}
