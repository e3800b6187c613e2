package ma.balagh.dispatch.blackspot;

import io.quarkus.runtime.annotations.RegisterForReflection;
import ma.balagh.dispatch.blackspot.statistics.KnoxResult;

/**
 * Whether an incident is followed by others near it (Knox, 1964).
 *
 * @param metres up to which incidents are near
 * @param days up to which they are soon
 * @param events incidents whose time is known
 * @param observed pairs that are near and soon
 * @param nearInSpace pairs that are near
 * @param nearInTime pairs that are soon
 * @param expected pairs, were time nothing to do with place
 * @param ratio observed over expected
 * @param pPoisson chance of more pairs by Poisson's distribution
 * @param pGreater pseudo p-value by permutation, against more pairs
 * @param pLesser likewise, against fewer
 * @param pValue against both
 */
@RegisterForReflection // Read from the database, too.
record NearRepeatFigures(
        double metres,
        double days,
        int events,
        long observed,
        long nearInSpace,
        long nearInTime,
        double expected,
        double ratio,
        double pPoisson,
        double pGreater,
        double pLesser,
        double pValue) {

    static NearRepeatFigures of(KnoxResult result, double metres, double days) {
        return new NearRepeatFigures(
                metres,
                days,
                result.events(),
                result.observed(),
                result.nearInSpace(),
                result.nearInTime(),
                result.expected(),
                result.ratio(),
                result.pPoisson(),
                result.pGreater(),
                result.pLesser(),
                result.pValue());
    }
}
