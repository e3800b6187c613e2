package ma.balagh.analysis.rendition;

import java.util.UUID;
import ma.balagh.taskqueue.LeasedTask;

/**
 * A rendition that a worker has under a lease.
 *
 * @param sha256 the original's
 * @param lostLeases how many workers died or failed while they had it
 */
record RenditionTask(UUID id, UUID evidenceId, String sha256, RenditionRequest wish, UUID token, int lostLeases)
        implements LeasedTask {}
