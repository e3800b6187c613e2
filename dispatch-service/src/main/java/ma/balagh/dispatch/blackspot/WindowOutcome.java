package ma.balagh.dispatch.blackspot;

import java.util.List;
import ma.balagh.dispatch.blackspot.statistics.ForecastAccuracy;
import org.jspecify.annotations.Nullable;

/**
 * What came of some hours of the week.
 *
 * @param lastYear incidents of the last year in those hours
 * @param model null where incidents were too few to choose one
 * @param ours what the cells that would have been named held in the months that were held back
 * @param countingOneYear what as many cells held that had most incidents in the year before
 * @param countingAll likewise, in all the time that is learned from: five years
 * @param spots none unless {@code verdict} says that they are shown
 */
record WindowOutcome(
        WeekWindow window,
        ForecastVerdict verdict,
        int lastYear,
        @Nullable ForecastModel model,
        ForecastAccuracy ours,
        ForecastAccuracy countingOneYear,
        ForecastAccuracy countingAll,
        List<FoundSpot> spots) {

    WindowOutcome {
        spots = List.copyOf(spots);
    }

    static WindowOutcome tooFew(WeekWindow window, int lastYear) {
        var none = ForecastAccuracy.NONE;
        return new WindowOutcome(window, ForecastVerdict.TOO_FEW, lastYear, null, none, none, none, List.of());
    }
}
