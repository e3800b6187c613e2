package ma.balagh.analysis.verdict;

import java.util.UUID;
import ma.balagh.contracts.analysis.Verdict;

/** Two people agreed; fired as a CDI event inside the transaction that writes it. */
public record VerdictConfirmed(UUID dossierId, Verdict verdict) {}
