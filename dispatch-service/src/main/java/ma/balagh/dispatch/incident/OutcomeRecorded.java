package ma.balagh.dispatch.incident;

/** An incident has an outcome, or another one than before; observed in the same transaction. */
public record OutcomeRecorded(Incident incident) {}
