package ma.balagh.dispatch.statistics;

/** Whose stages a file is about; some names are in both. */
public enum ExportedFigures {
    /** Stages of incidents, with the targets of escalation policies. */
    INCIDENT_STAGES,
    /** The whole way of a video. */
    CLOCKS
}
