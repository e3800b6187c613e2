package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;
import ma.balagh.taskqueue.TaskTable;
import org.jspecify.annotations.Nullable;

/** Which rendition comes first, how far it is, and which is given up. */
@ApplicationScoped
class RenditionQueue {

    /** Why there is none of evidence that intake keeps no more. */
    static final String ERASED = "ERASED";

    /** The most urgent rendition comes first, the oldest of them; one whose worker was lost comes last. */
    private static final TaskTable TABLE = TaskTable.named("rendition")
            .orderedBy("urgency, ordered_at")
            .changingWhenClaimed("""
                    urgency = case when lease_owner is null then urgency else 4 end,
                    progress = 0, started_at = coalesce(started_at, now())
                    """)
            .returning("evidence_id, sha256, wish");

    private final RenditionPieceRepository pieces;
    private final RenditionJsonMapper json;
    private final Clock clock;
    private final TaskQueue<RenditionTask> tasks;

    RenditionQueue(
            DataSource pool,
            RenditionPieceRepository pieces,
            RenditionJsonMapper json,
            RenditionConfig config,
            Clock clock) {
        this.pieces = pieces;
        this.json = json;
        this.clock = clock;
        this.tasks = new TaskQueue<>(pool, TABLE, config, this::task);
    }

    TaskQueue<RenditionTask> tasks() {
        return tasks;
    }

    /** Tells how far it is, while the worker has it. */
    void tell(RenditionTask task, double progress) {
        // Nothing is written once the lease is lost, and nobody misses it.
        var unused = tasks.write(task, "progress = ?", progress);
    }

    /**
     * Gives it up.
     *
     * @param reason a stable name
     * @param complaint what the tools said about it
     * @throws LeaseLostException when another worker may have it
     */
    @Transactional
    void fail(RenditionTask task, String reason, @Nullable String complaint) {
        pieces.deleteAll(task.id());
        tasks.end(task, "state = 'FAILED', ended_at = ?, reason = ?, complaint = ?", now(), reason, complaint);
    }

    private RenditionTask task(ResultSet row) throws SQLException {
        return new RenditionTask(
                row.getObject("id", UUID.class),
                row.getObject("evidence_id", UUID.class),
                row.getString("sha256"),
                json.wish(row.getString("wish")),
                row.getObject("lease_owner", UUID.class),
                row.getInt("lost_leases"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
