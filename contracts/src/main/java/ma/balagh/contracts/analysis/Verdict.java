package ma.balagh.contracts.analysis;

/** What two people concluded about a dossier. */
public enum Verdict {
    FALSE_REPORT,
    PRESUMED_OFFENCE,
    KNOWN_CASE,
    POLICE_MISCONDUCT
}
