package ma.balagh.dispatch.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.dispatch.runcard.IncidentType;
import ma.balagh.dispatch.statistics.StatisticsPeriod;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a period: what ended in it.
 *
 * @param from from when on, inclusive
 * @param to until when, exclusive
 * @param jurisdiction the territory that was asked for; null for all that the caller may see
 * @param incidentType the type that was asked for; null for all, as only stages from the verdict on have one
 * @param stages every stage, in order, also those without samples
 * @param takenInUntilReady machine time: first byte of an evidence until its examination ended
 */
record ClockStatistics(
        Instant from,
        Instant to,
        @Nullable String jurisdiction,
        @Nullable IncidentType incidentType,
        List<StageDurations> stages,
        MachineDurations takenInUntilReady) {

    /**
     * One stage; the same as {@link DurationQuantiles}, flat.
     *
     * @param targetSeconds how long it should last
     * @param withinTarget how many lasted no longer
     * @param previous of the period of the same length before this one
     */
    record StageDurations(
            Stage stage,
            long count,
            double targetSeconds,
            long withinTarget,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99,
            DurationQuantiles previous) {}

    /** What the machine alone takes, which has no target of its own. */
    record MachineDurations(
            long count,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    /**
     * @param present durations by the name of the stage; absent where there are none
     * @param previous the same of the period before
     */
    static ClockStatistics of(
            StatisticsPeriod period,
            Map<String, DurationQuantiles> present,
            Map<String, DurationQuantiles> previous,
            ClockTargetConfig targets) {
        var stages = Stream.of(Stage.values())
                .map(stage -> flat(stage, stage.target(targets), of(stage.name(), present), of(stage.name(), previous)))
                .toList();
        var machine = of(Stage.TAKEN_IN_UNTIL_READY, present);
        return new ClockStatistics(
                period.from(),
                period.to(),
                period.jurisdiction(),
                period.incidentType(),
                stages,
                new MachineDurations(machine.count(), machine.p50(), machine.p95(), machine.p99()));
    }

    private static DurationQuantiles of(String stage, Map<String, DurationQuantiles> byStage) {
        return byStage.getOrDefault(stage, DurationQuantiles.NONE);
    }

    private static StageDurations flat(
            Stage stage, Duration target, DurationQuantiles durations, DurationQuantiles previous) {
        return new StageDurations(
                stage,
                durations.count(),
                target.toMillis() / 1000.0,
                durations.withinTarget(),
                durations.p50(),
                durations.p95(),
                durations.p99(),
                previous);
    }
}
