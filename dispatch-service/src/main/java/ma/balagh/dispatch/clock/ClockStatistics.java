package ma.balagh.dispatch.clock;

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
        DurationQuantiles takenInUntilReady) {

    /** One stage; the same as {@link DurationQuantiles}, flat. */
    record StageDurations(
            Stage stage,
            long count,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    /** @param byStage durations by the name of the stage; absent where there are none */
    static ClockStatistics of(
            Instant from, Instant to, @Nullable String jurisdiction, Map<String, DurationQuantiles> byStage) {
        var stages = List.of(Stage.values()).stream()
                .map(stage -> flat(stage, byStage.getOrDefault(stage.name(), DurationQuantiles.NONE)))
                .toList();
        return new ClockStatistics(
                from,
                to,
                jurisdiction,
                stages,
                byStage.getOrDefault(Stage.TAKEN_IN_UNTIL_READY, DurationQuantiles.NONE));
    }

    private static StageDurations flat(Stage stage, DurationQuantiles durations) {
        return new StageDurations(stage, durations.count(), durations.p50(), durations.p95(), durations.p99());
    }
}
