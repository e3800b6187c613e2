package ma.balagh.dispatch.blackspot;

import java.time.OffsetDateTime;
import java.util.UUID;
import ma.balagh.taskqueue.LeasedTask;

/**
 * A map that is due to be computed.
 *
 * @param changedAt when what it is computed from had changed last
 */
record BlackSpotTask(UUID id, UUID token, int lostLeases, String territory, OffsetDateTime changedAt)
        implements LeasedTask {}
