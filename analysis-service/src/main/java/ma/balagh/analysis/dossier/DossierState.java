package ma.balagh.analysis.dossier;

/** The names of the states of a {@link DossierLifecycle}. */
public enum DossierState {
    OPEN,
    PROPOSED,
    CONCLUDED,
    /** Empty: all of it stands in another dossier. */
    JOINED
}
