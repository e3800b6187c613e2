package ma.balagh.analysis.dossier;

import java.util.UUID;

/**
 * Intake has described a report of a dossier that waits for a verdict; fired as a CDI event inside the transaction that
 * keeps the description.
 *
 * @param dossierId of a dossier that is not locked
 */
public record ReportDescribed(UUID dossierId) {}
