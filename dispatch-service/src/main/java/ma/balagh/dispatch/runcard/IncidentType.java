package ma.balagh.dispatch.runcard;

/** What an incident is about; with the alarm level it says which run card holds. */
public enum IncidentType {
    STREET_ROBBERY,
    /** Something is torn from a person in passing, often from a motorcycle. */
    SNATCHING,
    ARMED_ROBBERY,
    ASSAULT,
    THEFT,
    OTHER
}
