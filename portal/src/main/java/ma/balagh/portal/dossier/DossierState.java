package ma.balagh.portal.dossier;

/** How far a dossier is. */
public enum DossierState {
    OPEN,
    PROPOSED,
    CONCLUDED
}
