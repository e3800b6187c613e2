package ma.balagh.portal.incident;

/** What an incident is about. */
public enum IncidentTypeCode {
    STREET_ROBBERY,
    SNATCHING,
    ARMED_ROBBERY,
    ASSAULT,
    THEFT,
    OTHER
}
