package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;
import ma.balagh.taskqueue.TaskTable;

/** Which examination comes first, and which worker holds it. */
@ApplicationScoped
class ExaminationQueue {

    /**
     * Evidence whose bytes are kept no more is not examined. An examination whose worker was lost waits a day behind what
     * comes now: it may be what ends the workers.
     */
    private static final TaskTable TABLE = TaskTable.named("examination")
            .with("state in ('QUEUED', 'RUNNING') and erased_at is null")
            .orderedBy("look_by, queued_at")
            .changingWhenClaimed("""
                    attempts = attempts + 1, started_at = coalesce(started_at, now()),
                    look_by = case
                        when lease_owner is null then look_by
                        else greatest(look_by, now()) + interval '1 day' end
                    """)
            .returning("evidence_id, sha256, queued_at");

    private final TaskQueue<ExaminationTask> tasks;

    ExaminationQueue(DataSource pool, ExaminationConfig config) {
        this.tasks = new TaskQueue<>(pool, TABLE, config, ExaminationQueue::task);
    }

    TaskQueue<ExaminationTask> tasks() {
        return tasks;
    }

    /** Takes the examination that should be looked at first. */
    Optional<ExaminationTask> claim() {
        return tasks.claim();
    }

    /**
     * Ends it, in the caller's transaction.
     *
     * @throws LeaseLostException when another worker may have it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void end(ExaminationTask task, ExaminationState state, OffsetDateTime examinedAt) {
        tasks.end(task, "state = ?, examined_at = ?", state.name(), examinedAt);
    }

    private static ExaminationTask task(ResultSet row) throws SQLException {
        return new ExaminationTask(
                row.getObject("id", UUID.class),
                row.getObject("evidence_id", UUID.class),
                row.getString("sha256"),
                row.getObject("lease_owner", UUID.class),
                row.getInt("lost_leases"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant());
    }
}
