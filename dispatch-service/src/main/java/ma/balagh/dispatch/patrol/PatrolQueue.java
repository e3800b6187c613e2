package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;
import ma.balagh.taskqueue.TaskTable;
import org.jspecify.annotations.Nullable;

/**
 * Plans to compute, those whose units changed, and those whose units should have changed by now. Triggers of the database
 * write them (docs/task-queue.md).
 */
@ApplicationScoped
class PatrolQueue {

    private static final TaskTable TABLE =
            TaskTable.named("patrol_run").returning("plan_id, changed_at, now() as claimed_at");

    private final TaskQueue<PatrolTask> tasks;

    PatrolQueue(DataSource pool, PatrolWorkersConfig config) {
        this.tasks = new TaskQueue<>(pool, TABLE, config, PatrolQueue::task);
    }

    TaskQueue<PatrolTask> tasks() {
        return tasks;
    }

    /**
     * The plan is as its units are, or is looked at again at once where they changed meanwhile.
     *
     * @param again when it is looked at again where they do not; null for never
     * @throws LeaseLostException when another replica may have it
     */
    void end(PatrolTask task, @Nullable Instant again) {
        var moment = again == null ? null : again.atOffset(ZoneOffset.UTC);
        tasks.end(task, """
                state = case when changed_at = ? and ?::timestamptz is null then 'DONE' else 'QUEUED' end,
                not_before = case when changed_at = ? then coalesce(?::timestamptz, now()) else now() end,
                lost_leases = 0, failures = 0, last_failure = null""", task.changedAt(), moment, task.changedAt(), moment);
    }

    private static PatrolTask task(ResultSet row) throws SQLException {
        return new PatrolTask(
                row.getObject("id", UUID.class),
                row.getObject("lease_owner", UUID.class),
                row.getInt("lost_leases"),
                row.getObject("plan_id", UUID.class),
                row.getObject("changed_at", OffsetDateTime.class),
                row.getObject("claimed_at", OffsetDateTime.class).toInstant());
    }
}
