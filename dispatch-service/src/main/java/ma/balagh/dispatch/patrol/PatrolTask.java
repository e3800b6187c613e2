package ma.balagh.dispatch.patrol;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import ma.balagh.taskqueue.LeasedTask;

/**
 * A plan that is to be computed, or repaired.
 *
 * @param changedAt when its units changed last
 * @param claimedAt by the clock of the database, which decides what is due
 */
record PatrolTask(UUID id, UUID token, int lostLeases, UUID planId, OffsetDateTime changedAt, Instant claimedAt)
        implements LeasedTask {}
