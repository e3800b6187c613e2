package ma.balagh.dispatch.campaign;

import java.util.Map;

/**
 * What happened in a month, as it was: for nobody's eyes.
 *
 * @param byArea true counts by area and measure; what is not there is zero
 */
record MonthCounts(Map<String, Map<CampaignMeasure, Long>> byArea) {

    MonthCounts {
        byArea = Map.copyOf(byArea);
    }

    long of(String area, CampaignMeasure measure) {
        return byArea.getOrDefault(area, Map.of()).getOrDefault(measure, 0L);
    }

    /** The whole country, wherever in it. */
    long of(CampaignMeasure measure) {
        return byArea.values().stream()
                .mapToLong(counts -> counts.getOrDefault(measure, 0L))
                .sum();
    }
}
