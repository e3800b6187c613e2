package ma.balagh.analysis.examination;

import java.time.Instant;
import java.util.UUID;

/**
 * An examination ended; fired as a CDI event inside the transaction that writes its results, so that an observer's
 * changes are committed with them or not at all.
 *
 * @param examinationId the examination
 * @param evidenceId the evidence
 * @param state {@link ExaminationState#COMPLETED} or {@link ExaminationState#UNREADABLE}
 * @param examinedAt when it ended
 */
public record ExaminationEnded(UUID examinationId, UUID evidenceId, ExaminationState state, Instant examinedAt) {}
