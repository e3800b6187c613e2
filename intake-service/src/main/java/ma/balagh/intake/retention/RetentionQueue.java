package ma.balagh.intake.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;
import ma.balagh.taskqueue.TaskTable;

/** Which run is worked on, and by which replica: one that dies leaves the rest of its run to another one. */
@ApplicationScoped
class RetentionQueue {

    private static final TaskTable TABLE =
            TaskTable.named("retention_run").orderedBy("started_at, id").returning("started_at, run_order");

    private final ObjectMapper json;
    private final TaskQueue<RetentionTask> tasks;

    RetentionQueue(DataSource pool, RetentionWorkersConfig config, ObjectMapper json) {
        this.json = json;
        this.tasks = new TaskQueue<>(pool, TABLE, config, this::task);
    }

    TaskQueue<RetentionTask> tasks() {
        return tasks;
    }

    /**
     * Begins a transaction that erases some: what failed before does not count any more.
     *
     * @throws LeaseLostException when another replica may have the run; nothing is erased
     */
    void goOn(RetentionTask task) {
        if (!tasks.write(task, "failures = 0")) {
            throw new LeaseLostException();
        }
    }

    /** Everything that was due is erased. */
    void end(RetentionTask task) {
        tasks.end(task, "state = 'ENDED', ended_at = date_trunc('milliseconds', now())");
    }

    /** It stays without an end: what it leaves is the next run's. */
    void giveUp(RetentionTask task) {
        tasks.end(task, "state = 'ENDED'");
    }

    private RetentionTask task(ResultSet row) throws SQLException {
        return new RetentionTask(
                row.getObject("id", UUID.class),
                row.getObject("lease_owner", UUID.class),
                row.getInt("lost_leases"),
                order(row.getString("run_order")),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }

    private RetentionRunRequest order(String text) {
        try {
            return json.readValue(text, RetentionRunRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order that was written can be read", e);
        }
    }
}
