package ma.balagh.dispatch.incident;

/** An incident has an outcome, another one than before, or none any more; observed in the same transaction. */
public record OutcomeRecorded(Incident incident) {}
