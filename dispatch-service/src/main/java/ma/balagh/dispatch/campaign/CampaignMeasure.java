package ma.balagh.dispatch.campaign;

/**
 * What is counted of a month. Each report is counted where it was filed. What waits is counted at the end of the month, by
 * how long ago it was taken in.
 */
enum CampaignMeasure {
    TAKEN_IN,
    EXAMINED,
    PRESUMED_OFFENCE,
    FALSE_REPORT,
    KNOWN_CASE,
    /** Set aside, without a recording, or handed to another authority: which of these is nobody told. */
    OTHER_ANSWER,
    WAITING_UNDER_ONE_MONTH,
    WAITING_UNDER_THREE_MONTHS,
    WAITING_UNDER_ONE_YEAR,
    WAITING_LONGER;

    /** What is there at the end of the month, rather than what happened in it. */
    boolean isStock() {
        return ordinal() >= WAITING_UNDER_ONE_MONTH.ordinal();
    }
}
