package ma.balagh.contracts.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A report stands in a dossier from now on.
 *
 * @param dossierId the dossier
 * @param reportId the report
 * @param joinedAt when it joined
 */
public record ReportJoined(UUID dossierId, UUID reportId, Instant joinedAt) implements DossierEvent {

    public ReportJoined {
        requireNonNull(dossierId, "dossierId");
        requireNonNull(reportId, "reportId");
        requireNonNull(joinedAt, "joinedAt");
    }

    @Override
    public UUID subject() {
        return dossierId;
    }
}
