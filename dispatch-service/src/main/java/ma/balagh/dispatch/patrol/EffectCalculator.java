package ma.balagh.dispatch.patrol;

import java.time.Instant;
import java.util.List;
import ma.balagh.dispatch.patrol.PatrolEffectView.AreaEffectView;

/** Compares what happened in an area before visits with what happened since. */
final class EffectCalculator {

    private final PatrolConfig.Effect config;

    EffectCalculator(PatrolConfig.Effect config) {
        this.config = config;
    }

    /** @param happened when incidents were in the area */
    AreaEffectView compare(EffectPeriod period, List<Instant> happened) {
        int before = period.before(happened);
        int after = period.after(happened);
        double weeksBefore = period.weeksBefore();
        double weeksAfter = period.weeksAfter();
        boolean isTooSoon = Math.min(weeksBefore, weeksAfter) < config.leastWeeks();
        if (isTooSoon || before + after < config.leastIncidents()) {
            return new AreaEffectView(EffectVerdict.TOO_FEW, before, weeksBefore, after, weeksAfter, null, null, null);
        }
        var ratio = RateRatio.of(before, weeksBefore, after, weeksAfter);
        return new AreaEffectView(
                ratio.verdict(), before, weeksBefore, after, weeksAfter, ratio.ratio(), ratio.from(), ratio.to());
    }
}
