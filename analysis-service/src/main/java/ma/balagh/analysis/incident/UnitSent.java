package ma.balagh.analysis.incident;

import java.util.UUID;

/** Dispatch told that a unit was sent for a dossier; fired as a CDI event inside the transaction that keeps it. */
public record UnitSent(UUID dossierId, String callSign) {}
