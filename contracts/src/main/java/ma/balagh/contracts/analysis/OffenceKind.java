package ma.balagh.contracts.analysis;

/** What kind of offence a dossier shows, and therefore what kind of incident is opened for it. */
public enum OffenceKind {
    /** Taken by force or threat, in public. */
    STREET_ROBBERY,
    /** Torn away, without a threat. */
    SNATCHING,
    /** Taken by force or threat with a weapon. */
    ARMED_ROBBERY,
    ASSAULT,
    THEFT,
    OTHER
}
