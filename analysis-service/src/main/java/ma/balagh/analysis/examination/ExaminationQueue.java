package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.contracts.Ids;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;
import ma.balagh.taskqueue.TaskTable;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which examinations there are, and which comes first. */
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

    private final Jdbi jdbi;
    private final Clock clock;
    private final TaskQueue<ExaminationTask> tasks;

    ExaminationQueue(Jdbi jdbi, DataSource pool, ExaminationConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.tasks = new TaskQueue<>(pool, TABLE, config, ExaminationQueue::task);
    }

    TaskQueue<ExaminationTask> tasks() {
        return tasks;
    }

    /** Adds an examination, unless the evidence has one. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(UUID evidenceId, String sha256, String mediaType, String jurisdiction) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                                insert into examination
                                    (id, evidence_id, sha256, media_type, jurisdiction, not_before, queued_at, look_by)
                                values (:id, :evidenceId, :sha256, :mediaType, :jurisdiction, now(), :queuedAt,
                                    :queuedAt)
                                on conflict (evidence_id) do nothing
                                """)
                .bind("id", Ids.next())
                .bind("evidenceId", evidenceId)
                .bind("sha256", sha256)
                .bind("mediaType", mediaType)
                .bind("jurisdiction", jurisdiction)
                .bind("queuedAt", now())
                .execute());
    }

    /** Evidence whose bytes are kept no more is not taken up. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(UUID evidenceId, @Nullable Instant erasedAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update examination set erased_at = :erasedAt
                        where evidence_id = :evidenceId and erased_at is distinct from cast(:erasedAt as timestamptz)
                        """)
                .bind("erasedAt", erasedAt)
                .bind("evidenceId", evidenceId)
                .execute());
    }

    /** Only while nobody holds them, and no worker was lost over them: those wait behind the others. */
    @Transactional(Transactional.TxType.MANDATORY)
    void order(Collection<UUID> evidenceIds, Instant lookBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update examination set look_by = :lookBy
                        where evidence_id = any(:evidenceIds)
                          and state = 'QUEUED' and lost_leases = 0 and look_by <> :lookBy
                        """)
                .bind("lookBy", lookBy)
                .bindArray("evidenceIds", UUID.class, evidenceIds)
                .execute());
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

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
