package ma.balagh.analysis.dossier;

/**
 * Something was added to a dossier, or became known about what stands in it; fired as a CDI event inside the transaction
 * that writes it.
 *
 * @param dossier locked
 * @param hides whether something in it exists for fewer people than before
 */
public record DossierChanged(Dossier dossier, boolean hides) {

    public DossierChanged(Dossier dossier) {
        this(dossier, false);
    }
}
