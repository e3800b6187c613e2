package ma.balagh.dispatch.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The time before visits of a place began, and the time since.
 *
 * @param from the beginning of the time before
 * @param first when the first visit began
 * @param to the end of the time since; not before {@code first}
 */
record EffectPeriod(Instant from, Instant first, Instant to) {

    private static final double WEEK = Duration.ofDays(7).toSeconds();

    /**
     * @param known since when incidents are known at all
     * @param now the present moment
     */
    static EffectPeriod around(Instant first, Instant known, Instant now, PatrolConfig.Effect config) {
        var earliest = first.minus(config.longest());
        var latest = first.plus(config.longest());
        var settled = now.minus(config.settle());
        var from = known.isAfter(earliest) ? known : earliest;
        var to = settled.isBefore(latest) ? settled : latest;
        return new EffectPeriod(from.isAfter(first) ? first : from, first, to.isBefore(first) ? first : to);
    }

    double weeksBefore() {
        return Duration.between(from, first).toSeconds() / WEEK;
    }

    double weeksAfter() {
        return Duration.between(first, to).toSeconds() / WEEK;
    }

    int before(List<Instant> happened) {
        return (int) happened.stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(first))
                .count();
    }

    int after(List<Instant> happened) {
        return (int) happened.stream()
                .filter(at -> !at.isBefore(first) && at.isBefore(to))
                .count();
    }
}
