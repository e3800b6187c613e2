package ma.balagh.analysis.rendition;

import java.util.UUID;
import ma.balagh.analysis.lease.Hold;

/**
 * A worker's hold on a rendition.
 *
 * @param sha256 the original's
 * @param lostLeases how many workers were not heard of again, or failed, while they held it
 */
record Claim(UUID id, UUID evidenceId, String sha256, Wish wish, UUID owner, int lostLeases) implements Hold {}
