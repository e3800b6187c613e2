package ma.balagh.intake.ageing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the reports of each of the last weeks. A week has seven days and the last one ends now, so that it may be
 * compared with those before.
 *
 * @param at the end of the last week
 * @param targetSeconds within how long a report should be answered
 * @param weeks the earliest first
 */
record WeeklyAnswers(Instant at, double targetSeconds, List<Week> weeks) {

    private static final Duration WEEK = Duration.ofDays(7);

    /**
     * Reports that were received in a week.
     *
     * @param received all of them
     * @param answered how many have an answer by now
     * @param withinTarget how many of these had it in time
     * @param overdue how many have none and wait for longer than the target
     * @param p50 the median in seconds until the answer, of those that have one; absent where none has, as the other one
     */
    record Week(
            Instant from,
            Instant to,
            long received,
            long answered,
            long withinTarget,
            long overdue,
            @Nullable Double p50,
            @Nullable Double p95) {}

    /**
     * Counts of one week.
     *
     * @param ago how many weeks before the last one
     */
    record Count(
            int ago,
            long received,
            long answered,
            long withinTarget,
            long overdue,
            @Nullable Double p50,
            @Nullable Double p95) {

        static Count none(int ago) {
            return new Count(ago, 0, 0, 0, 0, null, null);
        }
    }

    /** @param counts by how long ago the week was; absent where nothing was received */
    static WeeklyAnswers of(Instant at, Duration target, int weeks, Map<Integer, Count> counts) {
        List<Week> all = IntStream.iterate(weeks - 1, ago -> ago >= 0, ago -> ago - 1)
                .mapToObj(ago -> week(at, counts.getOrDefault(ago, Count.none(ago))))
                .toList();
        return new WeeklyAnswers(at, target.toSeconds(), all);
    }

    /** When a week begins. */
    static Instant begin(Instant at, int ago) {
        return at.minus(WEEK.multipliedBy(ago + 1L));
    }

    private static Week week(Instant at, Count count) {
        Instant from = begin(at, count.ago());
        return new Week(
                from,
                from.plus(WEEK),
                count.received(),
                count.answered(),
                count.withinTarget(),
                count.overdue(),
                count.p50(),
                count.p95());
    }
}
