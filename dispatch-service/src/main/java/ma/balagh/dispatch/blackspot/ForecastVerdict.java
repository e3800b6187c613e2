package ma.balagh.dispatch.blackspot;

/** Whether black spots are shown, and why not. */
enum ForecastVerdict {
    /** They held more of what happened than counting did. */
    SHOWN,
    /** There are too few incidents to say anything. */
    TOO_FEW,
    /** No cell holds more than chance explains. */
    NOTHING_SIGNIFICANT,
    /** Counting last year's incidents, or those of all years, named cells that held as much or more. */
    NO_BETTER_THAN_COUNTING
}
