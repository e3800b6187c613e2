package ma.balagh.dispatch.patrol;

import java.time.OffsetDateTime;
import java.util.UUID;
import ma.balagh.taskqueue.LeasedTask;

/**
 * A plan that is to be computed, or repaired.
 *
 * @param changedAt when its units changed last
 */
record PatrolTask(UUID id, UUID token, int lostLeases, UUID planId, OffsetDateTime changedAt) implements LeasedTask {}
