package ma.balagh.analysis.footage;

/** Whether two media show the same moments. */
public enum SameMoments {
    YES,
    NO,
    UNKNOWN
}
