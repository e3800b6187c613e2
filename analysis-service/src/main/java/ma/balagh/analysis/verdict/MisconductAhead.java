package ma.balagh.analysis.verdict;

import java.util.UUID;

/**
 * A second person is about to confirm misconduct; fired as a CDI event inside the transaction that does it, before it locks
 * the dossier, so that whoever touches others when the verdict stands locks all of them in their order.
 */
public record MisconductAhead(UUID dossierId) {}
