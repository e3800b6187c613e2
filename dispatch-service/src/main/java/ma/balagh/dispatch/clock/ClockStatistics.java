package ma.balagh.dispatch.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a period: what ended in it.
 *
 * @param from from when on, inclusive
 * @param to until when, exclusive
 * @param jurisdiction the territory that was asked for; null for all that the caller may see
 * @param stages every stage, in order, also those without samples
 * @param takenInUntilReady machine time: first byte of an evidence until its examination ended
 */
record ClockStatistics(
        Instant from,
        Instant to,
        @Nullable String jurisdiction,
        List<StageDurations> stages,
        MachineDurations takenInUntilReady) {

    /**
     * One stage; the same as {@link DurationQuantiles}, flat.
     *
     * @param targetSeconds how long it should last
     * @param withinTarget how many lasted no longer
     */
    record StageDurations(
            Stage stage,
            long count,
            double targetSeconds,
            long withinTarget,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    /** What the machine alone takes, which has no target of its own. */
    record MachineDurations(
            long count,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    /** @param byStage durations by the name of the stage; absent where there are none */
    static ClockStatistics of(
            Instant from,
            Instant to,
            @Nullable String jurisdiction,
            Map<String, DurationQuantiles> byStage,
            ClockTargetConfig targets) {
        var stages = List.of(Stage.values()).stream()
                .map(stage ->
                        flat(stage, stage.target(targets), byStage.getOrDefault(stage.name(), DurationQuantiles.NONE)))
                .toList();
        var machine = byStage.getOrDefault(Stage.TAKEN_IN_UNTIL_READY, DurationQuantiles.NONE);
        return new ClockStatistics(
                from,
                to,
                jurisdiction,
                stages,
                new MachineDurations(machine.count(), machine.p50(), machine.p95(), machine.p99()));
    }

    private static StageDurations flat(Stage stage, Duration target, DurationQuantiles durations) {
        return new StageDurations(
                stage,
                durations.count(),
                target.toMillis() / 1000.0,
                durations.withinTarget(),
                durations.p50(),
                durations.p95(),
                durations.p99());
    }
}
