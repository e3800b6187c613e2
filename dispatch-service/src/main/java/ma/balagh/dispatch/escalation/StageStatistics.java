package ma.balagh.dispatch.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.dispatch.runcard.IncidentType;
import org.jspecify.annotations.Nullable;

/**
 * How the stages of incidents did that were completed in a period.
 *
 * @param from from when on, inclusive
 * @param to until when, exclusive
 * @param jurisdiction the territory that was asked for; null for all that the caller may see
 * @param incidentType the type that was asked for; null for all
 * @param stages every stage, in order
 */
record StageStatistics(
        Instant from,
        Instant to,
        @Nullable String jurisdiction,
        @Nullable IncidentType incidentType,
        List<StageTrend> stages) {

    /**
     * Figures of one stage.
     *
     * @param withinTarget how many were completed by their target, as it was when they began
     * @param shortestTarget in seconds, of the targets that these had when they began: policies differ between territories,
     *     types and times; null where there are none, as the longest
     * @param p50 the median in seconds; null where there are none, as the other quantile
     */
    record StageFigures(
            long count,
            long withinTarget,
            @Nullable Double shortestTarget,
            @Nullable Double longestTarget,
            @Nullable Double p50,
            @Nullable Double p95) {

        static final StageFigures NONE = new StageFigures(0, 0, null, null, null, null);
    }

    /** @param previous of the period of the same length before this one */
    record StageTrend(IncidentStage stage, StageFigures present, StageFigures previous) {}

    static List<StageTrend> trends(
            Map<IncidentStage, StageFigures> present, Map<IncidentStage, StageFigures> previous) {
        return Stream.of(IncidentStage.values())
                .map(stage -> new StageTrend(
                        stage,
                        present.getOrDefault(stage, StageFigures.NONE),
                        previous.getOrDefault(stage, StageFigures.NONE)))
                .toList();
    }
}
