package ma.balagh.dispatch.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;
import ma.balagh.taskqueue.TaskTable;
import org.jspecify.annotations.Nullable;

/** Steps of escalation, each done when its time has come. One whose stage has ended is no task any more. */
@ApplicationScoped
class EscalationQueue {

    private static final TaskTable TABLE = TaskTable.named("escalation").returning("stage_id, step");

    private final TaskQueue<EscalationTask> tasks;

    EscalationQueue(DataSource pool, EscalationWorkersConfig config) {
        this.tasks = new TaskQueue<>(pool, TABLE, config, EscalationQueue::task);
    }

    TaskQueue<EscalationTask> tasks() {
        return tasks;
    }

    /**
     * The step is done.
     *
     * @param proposed the unit that it names; null where it names none
     * @throws LeaseLostException when another replica may have it, or its stage has ended
     */
    void fired(EscalationTask task, @Nullable UUID proposed) {
        tasks.end(
                task,
                "state = 'FIRED', fired_at = date_trunc('milliseconds', clock_timestamp()), proposed_unit_id = ?",
                proposed);
    }

    private static EscalationTask task(ResultSet row) throws SQLException {
        return new EscalationTask(
                row.getObject("id", UUID.class),
                row.getObject("lease_owner", UUID.class),
                row.getInt("lost_leases"),
                row.getObject("stage_id", UUID.class),
                EscalationStep.valueOf(row.getString("step")));
    }
}
