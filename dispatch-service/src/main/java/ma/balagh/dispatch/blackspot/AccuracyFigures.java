package ma.balagh.dispatch.blackspot;

import io.quarkus.runtime.annotations.RegisterForReflection;
import ma.balagh.dispatch.blackspot.statistics.ForecastAccuracy;

/**
 * How well cells that were named beforehand held what happened.
 *
 * @param pai share of the incidents over share of the area (Chainey et al., 2008)
 * @param pei incidents as a share of what as many cells could hold (Hunt, 2016)
 * @param hits incidents in the cells; a fraction where cells that are equal drew lots
 * @param events incidents in the whole area
 * @param cells that were named, over all months
 */
@RegisterForReflection // Read from the database, too.
record AccuracyFigures(double pai, double pei, double hits, double events, long cells) {

    static AccuracyFigures of(ForecastAccuracy accuracy) {
        return new AccuracyFigures(
                accuracy.pai(), accuracy.pei(), accuracy.hits(), accuracy.events(), accuracy.named());
    }
}
