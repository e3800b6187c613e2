package ma.balagh.dispatch.campaign;

import java.time.YearMonth;

/**
 * A count that is published.
 *
 * @param noisy with its noise; may be negative
 */
record NoisyCount(YearMonth month, String area, CampaignMeasure measure, int noisy) {}
