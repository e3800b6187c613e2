package ma.balagh.dispatch.blackspot;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.blackspot.statistics.LocalStatistic;
import ma.balagh.dispatch.blackspot.statistics.RateInterval;
import ma.balagh.dispatch.blackspot.statistics.SpotTrend;
import org.jspecify.annotations.Nullable;

/** A black spot of a version, as {@link FoundSpot} has it. */
record KeptBlackSpot(
        UUID id,
        UUID mapId,
        String jurisdiction,
        int rank,
        String cell,
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
        Instant since,
        List<UUID> evidence) {

    KeptBlackSpot {
        evidence = List.copyOf(evidence);
    }
}
