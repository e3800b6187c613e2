package ma.balagh.contracts.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * The laboratory's automatic work on one evidence ended.
 *
 * @param examinationId the examination
 * @param evidenceId the evidence
 * @param outcome how it ended
 * @param queuedAt when the work was queued
 * @param examinedAt when it ended
 */
public record EvidenceExamined(
        UUID examinationId, UUID evidenceId, ExaminationOutcome outcome, Instant queuedAt, Instant examinedAt)
        implements ExaminationEvent {

    public EvidenceExamined {
        requireNonNull(examinationId, "examinationId");
        requireNonNull(evidenceId, "evidenceId");
        requireNonNull(outcome, "outcome");
        requireNonNull(queuedAt, "queuedAt");
        requireNonNull(examinedAt, "examinedAt");
    }

    @Override
    public UUID subject() {
        return evidenceId;
    }
}
