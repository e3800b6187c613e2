package ma.balagh.analysis.examination;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.lease.Hold;

/**
 * A worker's hold on an examination.
 *
 * @param lostLeases how many workers were not heard of again, or failed, while they held it
 */
record Claim(UUID id, UUID evidenceId, String sha256, UUID owner, int lostLeases, Instant queuedAt) implements Hold {}
