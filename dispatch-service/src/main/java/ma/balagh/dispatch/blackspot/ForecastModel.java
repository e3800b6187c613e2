package ma.balagh.dispatch.blackspot;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import ma.balagh.dispatch.blackspot.statistics.StudyArea;

/**
 * How much an incident counts. Which model holds is learned from months that are over.
 *
 * @param halfLife the age in days at which an incident counts half
 * @param spread how much of what a neighbouring cell holds counts for a cell, beside its own
 * @param offSeason how much an incident counts that happened at another time of the year
 */
@RegisterForReflection // Read from the database, too.
record ForecastModel(double halfLife, double spread, double offSeason) {

    private static final double[] HALF_LIVES = {30, 90, 180, 365, 1825};
    private static final double[] SPREADS = {0, 0.05, 0.15};
    private static final double[] OFF_SEASONS = {1, 0.5};

    private static final double DAYS_OF_YEAR = 365.25;

    /** Days before and after: a quarter of a year in all. */
    private static final double SEASON = 46;

    private static final double MILLIS_OF_DAY = Duration.ofDays(1).toMillis();

    static List<ForecastModel> all() {
        var models = new ArrayList<ForecastModel>();
        for (double halfLife : HALF_LIVES) {
            for (double spread : SPREADS) {
                for (double offSeason : OFF_SEASONS) {
                    models.add(new ForecastModel(halfLife, spread, offSeason));
                }
            }
        }
        return models;
    }

    /** The weight of one incident at that moment. */
    double weight(VerifiedIncident incident, Instant now) {
        double age = Duration.between(incident.at(), now).toMillis() / MILLIS_OF_DAY;
        double ofYear = Math.IEEEremainder(age, DAYS_OF_YEAR);
        double season = Math.abs(ofYear) <= SEASON ? 1 : offSeason;
        return season * Math.pow(2, -age / halfLife);
    }

    /** What each cell holds. */
    double[] weights(
            List<VerifiedIncident> incidents, ToIntFunction<VerifiedIncident> cellOf, StudyArea area, Instant now) {
        var weights = new double[area.size()];
        for (var incident : incidents) {
            weights[cellOf.applyAsInt(incident)] += weight(incident, now);
        }
        return weights;
    }

    /** What is expected of each cell, in no unit. */
    double[] scores(double[] weights, StudyArea area) {
        var scores = weights.clone();
        if (spread > 0) {
            for (int cell = 0; cell < scores.length; cell++) {
                for (int next : area.neighbours().get(cell)) {
                    scores[cell] += spread * weights[next];
                }
            }
        }
        return scores;
    }
}
