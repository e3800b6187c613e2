package ma.balagh.analysis.dossier;

/**
 * Something was added to a dossier, or became known about what stands in it; fired as a CDI event inside the transaction
 * that writes it.
 *
 * @param dossier locked
 */
public record DossierChanged(Dossier dossier) {}
