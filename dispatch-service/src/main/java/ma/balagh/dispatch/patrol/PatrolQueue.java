package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;
import ma.balagh.taskqueue.TaskTable;

/** Plans to compute, and those whose units changed. Triggers of the database write them (docs/task-queue.md). */
@ApplicationScoped
class PatrolQueue {

    private static final TaskTable TABLE = TaskTable.named("patrol_run").returning("plan_id, changed_at");

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
     * @throws LeaseLostException when another replica may have it
     */
    void end(PatrolTask task) {
        tasks.end(task, """
                state = case when changed_at = ? then 'DONE' else 'QUEUED' end,
                not_before = now(), lost_leases = 0, failures = 0, last_failure = null""", task.changedAt());
    }

    private static PatrolTask task(ResultSet row) throws SQLException {
        return new PatrolTask(
                row.getObject("id", UUID.class),
                row.getObject("lease_owner", UUID.class),
                row.getInt("lost_leases"),
                row.getObject("plan_id", UUID.class),
                row.getObject("changed_at", OffsetDateTime.class));
    }
}
