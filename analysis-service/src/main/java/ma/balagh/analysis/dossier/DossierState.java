package ma.balagh.analysis.dossier;

/** The names of the states of a {@link Lifecycle}. */
public enum DossierState {
    OPEN,
    PROPOSED,
    CONCLUDED,
    /** Empty: all of it stands in another dossier. */
    JOINED
}
