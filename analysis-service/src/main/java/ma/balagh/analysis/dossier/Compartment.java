package ma.balagh.analysis.dossier;

/** Who a dossier exists for, besides its jurisdiction. */
public enum Compartment {
    /** All staff that work with dossiers. */
    COMMON,
    /** Internal affairs alone; for everybody else it does not exist. */
    INTERNAL_AFFAIRS
}
