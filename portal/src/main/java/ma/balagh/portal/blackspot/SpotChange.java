package ma.balagh.portal.blackspot;

/** How a black spot stands beside the map of the period before. */
public enum SpotChange {
    CAME,
    STAYED,
    WENT
}
