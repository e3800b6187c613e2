package ma.balagh.portal.dossier;

/** How far a dossier is. */
public enum DossierStateCode {
    OPEN,
    PROPOSED,
    CONCLUDED,
    /** Empty: all of it stands in another dossier. */
    JOINED
}
