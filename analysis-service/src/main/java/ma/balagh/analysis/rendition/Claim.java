package ma.balagh.analysis.rendition;

import java.util.UUID;

/**
 * A worker's hold on a rendition.
 *
 * @param sha256 the original's
 * @param owner of the lease: a new id for each claim, so that a worker which lost it cannot write
 * @param lostLeases how many workers were not heard of again, or failed, while they held it
 */
record Claim(UUID renditionId, UUID evidenceId, String sha256, Wish wish, UUID owner, int lostLeases) {}
