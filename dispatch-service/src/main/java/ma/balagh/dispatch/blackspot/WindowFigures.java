package ma.balagh.dispatch.blackspot;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What came of some hours of the week, as it is kept and shown.
 *
 * @param days null with {@code hour} for the whole week
 * @param hour in the middle of the window of five hours
 * @param lastYear incidents of the last year in those hours
 * @param ours what the cells held that would have been named
 * @param countingOneYear what as many cells held that had most incidents in the year before
 * @param countingFiveYears what as many cells held that had most incidents in five years
 */
@RegisterForReflection // Read from the database, too.
record WindowFigures(
        WeekWindow.@Nullable DayKind days,
        @Nullable Integer hour,
        ForecastVerdict verdict,
        int lastYear,
        @Nullable ForecastModel model,
        AccuracyFigures ours,
        AccuracyFigures countingOneYear,
        AccuracyFigures countingFiveYears) {

    static WindowFigures of(WindowOutcome outcome) {
        return new WindowFigures(
                outcome.window().days(),
                outcome.window().hour(),
                outcome.verdict(),
                outcome.lastYear(),
                outcome.model(),
                AccuracyFigures.of(outcome.ours()),
                AccuracyFigures.of(outcome.countingOneYear()),
                AccuracyFigures.of(outcome.countingAll()));
    }

    boolean isOf(WeekWindow window) {
        return new WeekWindow(days, hour).equals(window);
    }
}
