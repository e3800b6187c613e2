package ma.balagh.dispatch.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;
import ma.balagh.taskqueue.TaskTable;

/** The one task that comes again: to publish months that are due. */
@ApplicationScoped
class CampaignQueue {

    private static final TaskTable TABLE = TaskTable.named("campaign_run");

    private final TaskQueue<CampaignTask> tasks;

    CampaignQueue(DataSource pool, CampaignWorkersConfig config) {
        this.tasks = new TaskQueue<>(pool, TABLE, config, CampaignQueue::task);
    }

    TaskQueue<CampaignTask> tasks() {
        return tasks;
    }

    /** @throws LeaseLostException when another replica may have it */
    void done(CampaignTask task, Instant next) {
        tasks.end(
                task,
                "state = 'QUEUED', lost_leases = 0, failures = 0, last_failure = null, not_before = ?",
                next.atOffset(ZoneOffset.UTC));
    }

    private static CampaignTask task(ResultSet row) throws SQLException {
        return new CampaignTask(
                row.getObject("id", UUID.class), row.getObject("lease_owner", UUID.class), row.getInt("lost_leases"));
    }
}
