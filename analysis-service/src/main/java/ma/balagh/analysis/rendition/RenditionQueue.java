package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.analysis.examination.PicturesErased;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;
import ma.balagh.taskqueue.TaskTable;
import org.jdbi.v3.core.Jdbi;
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

    private final Jdbi jdbi;
    private final RenditionJson json;
    private final Clock clock;
    private final TaskQueue<RenditionTask> tasks;

    RenditionQueue(Jdbi jdbi, DataSource pool, RenditionJson json, RenditionConfig config, Clock clock) {
        this.jdbi = jdbi;
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
        jdbi.useHandle(handle -> handle.createUpdate("delete from rendition_piece where rendition_id = :id")
                .bind("id", task.id())
                .execute());
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

    /** Of evidence that is erased, nothing is made any more, and nothing that was made stays but the record of it. */
    void erase(@Observes PicturesErased erased) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            update rendition
                            set state = 'FAILED', reason = :reason, ended_at = :now, lease_owner = null, lease_until = null
                            where evidence_id = :evidenceId and state in ('QUEUED', 'RUNNING')
                            """)
                    .bind("reason", ERASED)
                    .bind("now", now())
                    .bind("evidenceId", erased.evidenceId())
                    .execute();
            handle.createUpdate("update rendition set state = 'EXPIRED' where evidence_id = :id and state = 'READY'")
                    .bind("id", erased.evidenceId())
                    .execute();
            handle.createUpdate("""
                            delete from rendition_piece using rendition
                            where rendition.id = rendition_piece.rendition_id and evidence_id = :evidenceId
                            """).bind("evidenceId", erased.evidenceId()).execute();
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
