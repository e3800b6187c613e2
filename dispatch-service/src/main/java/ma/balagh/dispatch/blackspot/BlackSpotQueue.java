package ma.balagh.dispatch.blackspot;

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

/** Maps of territories, each computed after its incidents changed and on each day. */
@ApplicationScoped
class BlackSpotQueue {

    private static final TaskTable TABLE = TaskTable.named("black_spot_run").returning("territory, changed_at");

    private final TaskQueue<BlackSpotTask> tasks;

    BlackSpotQueue(DataSource pool, BlackSpotWorkersConfig config) {
        this.tasks = new TaskQueue<>(pool, TABLE, config, BlackSpotQueue::task);
    }

    TaskQueue<BlackSpotTask> tasks() {
        return tasks;
    }

    /**
     * The map is computed: the next time is that one, and soon where something changed meanwhile.
     *
     * @throws LeaseLostException when another replica may have it
     */
    void computed(BlackSpotTask task, Instant next) {
        tasks.end(task, """
                state = 'QUEUED', lost_leases = 0, failures = 0, last_failure = null,
                not_before = case when changed_at = ? then ? else least(?, clock_timestamp() + interval '5 minutes') end""", task.changedAt(), next.atOffset(ZoneOffset.UTC), next.atOffset(ZoneOffset.UTC));
    }

    private static BlackSpotTask task(ResultSet row) throws SQLException {
        return new BlackSpotTask(
                row.getObject("id", UUID.class),
                row.getObject("lease_owner", UUID.class),
                row.getInt("lost_leases"),
                row.getString("territory"),
                row.getObject("changed_at", OffsetDateTime.class));
    }
}
