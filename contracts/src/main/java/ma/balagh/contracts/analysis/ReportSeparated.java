package ma.balagh.contracts.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A person separated evidence from a dossier, and nothing else keeps this report there: it stands in another dossier from
 * then on, and in this one no longer.
 *
 * @param dossierId the dossier that it left
 * @param reportId the report
 * @param intoDossierId the dossier that it stands in
 * @param separatedAt when
 */
public record ReportSeparated(UUID dossierId, UUID reportId, UUID intoDossierId, Instant separatedAt)
        implements DossierEvent {

    public ReportSeparated {
        requireNonNull(dossierId, "dossierId");
        requireNonNull(reportId, "reportId");
        requireNonNull(intoDossierId, "intoDossierId");
        requireNonNull(separatedAt, "separatedAt");
    }

    @Override
    public UUID subject() {
        return dossierId;
    }
}
