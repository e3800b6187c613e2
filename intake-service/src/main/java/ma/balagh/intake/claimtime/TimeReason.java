package ma.balagh.intake.claimtime;

/** What a claimed time was read from, and what had to be supposed. */
public enum TimeReason {
    /** A day counted from publication: today, yesterday, last week. */
    RELATIVE_DAY,
    /** A day of the week: the last one before publication. */
    WEEKDAY,
    /** So long before publication. */
    AGO,
    /** A date. */
    DATE,
    /** A part of a day, such as the evening. */
    PART_OF_DAY,
    /** A time of day. */
    CLOCK,
    /** Supposed: the year, the latest that fits. */
    YEAR_SUPPOSED,
    /** Supposed: the day, the latest that fits. */
    DAY_SUPPOSED,
    /** Not said: before or after noon; the interval has both. */
    HALF_OF_DAY_OPEN
}
