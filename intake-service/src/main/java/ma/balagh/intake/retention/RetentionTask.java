package ma.balagh.intake.retention;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.taskqueue.LeasedTask;

/**
 * A run that this replica works on.
 *
 * @param startedAt the moment at which what it erases was due
 */
record RetentionTask(UUID id, UUID token, int lostLeases, RetentionRunRequest order, Instant startedAt)
        implements LeasedTask {}
