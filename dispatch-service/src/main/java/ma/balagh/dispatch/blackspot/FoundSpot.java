package ma.balagh.dispatch.blackspot;

import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.blackspot.statistics.LocalStatistic;
import ma.balagh.dispatch.blackspot.statistics.RateInterval;
import ma.balagh.dispatch.blackspot.statistics.SpotTrend;
import org.jspecify.annotations.Nullable;

/**
 * A cell that is a black spot in some hours of the week.
 *
 * @param jurisdiction the smallest territory that holds all its incidents
 * @param place where most of its incidents were, in words; null where nobody told it
 * @param incidents of the last year, in the cell and in those hours
 * @param qValue rate of false discoveries at which it is one with its neighbours
 * @param qAlone rate of false discoveries at which it is one by its own count
 * @param interval incidents in 30 days
 * @param pai how many times its share of the area it held in the months that were held back
 * @param density incidents of the last year for each square kilometre around its centre
 * @param cluster number of the cluster that most of its incidents are in; null where they are in none
 * @param evidence the incidents, the newest first
 */
record FoundSpot(
        long cell,
        String jurisdiction,
        @Nullable String place,
        int incidents,
        LocalStatistic statistic,
        double qValue,
        double qAlone,
        RateInterval interval,
        SpotTrend trend,
        double pai,
        double density,
        @Nullable Integer cluster,
        List<UUID> evidence) {

    FoundSpot {
        evidence = List.copyOf(evidence);
    }
}
