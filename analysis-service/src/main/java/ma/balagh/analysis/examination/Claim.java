package ma.balagh.analysis.examination;

import java.time.Instant;
import java.util.UUID;

/**
 * A worker's hold on an examination.
 *
 * @param owner of the lease: a new id for each claim, so that a worker which lost it cannot write
 * @param lostLeases how many workers were not heard of again while they held it
 */
record Claim(UUID examinationId, UUID evidenceId, String sha256, UUID owner, int lostLeases, Instant queuedAt) {}
