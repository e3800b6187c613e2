package ma.balagh.dispatch.blackspot.statistics;

/**
 * How well cells that were named beforehand held what happened afterwards; of several months the sums.
 *
 * @param hits events in the cells that were named; a fraction where cells of the same score drew lots
 * @param most events in as many cells had they been named afterwards
 * @param events in the whole area
 * @param named cells, over all months
 * @param cells of the area, over all months
 */
public record ForecastAccuracy(double hits, double most, double events, long named, long cells) {

    public static final ForecastAccuracy NONE = new ForecastAccuracy(0, 0, 0, 0, 0);

    public ForecastAccuracy plus(ForecastAccuracy other) {
        return new ForecastAccuracy(
                hits + other.hits, most + other.most, events + other.events, named + other.named, cells + other.cells);
    }

    /**
     * Prediction accuracy index: the share of events that was found, over the share of the area that was named (S. Chainey
     * et al., The Utility of Hotspot Mapping for Predicting Spatial Patterns of Crime, Security Journal 21, 2008).
     */
    public double pai() {
        return events == 0 || named == 0 ? 0 : hits / events / ((double) named / cells);
    }

    /** Prediction efficiency index: the hits as a share of what so many cells could hold (J. M. Hunt, 2016). */
    public double pei() {
        return most == 0 ? 0 : hits / most;
    }
}
