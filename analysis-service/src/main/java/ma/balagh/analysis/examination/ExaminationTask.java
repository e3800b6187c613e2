package ma.balagh.analysis.examination;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.taskqueue.LeasedTask;

/**
 * An examination that a worker has under a lease.
 *
 * @param lostLeases how many workers died or failed while they had it
 */
record ExaminationTask(UUID id, UUID evidenceId, String sha256, UUID token, int lostLeases, Instant queuedAt)
        implements LeasedTask {}
