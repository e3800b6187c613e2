package ma.balagh.intake.ageing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the reports of a period, by territory.
 *
 * @param from the reports were received after it
 * @param to and no later than that
 * @param targetSeconds within how long a report should be answered
 * @param territories where most wait for too long or were answered late first
 */
record AnswerTimes(Instant from, Instant to, double targetSeconds, List<Territory> territories) {

    /**
     * Reports of one jurisdiction; those of the codes below it stand for themselves.
     *
     * @param received all of them
     * @param answered how many have an answer by now
     * @param withinTarget how many of these had it in time
     * @param overdue how many have none and wait for longer than the target
     * @param p50 the median in seconds until the answer, of those that have one; absent where none has, as the other one
     */
    record Territory(
            String jurisdiction,
            long received,
            long answered,
            long withinTarget,
            long overdue,
            @Nullable Double p50,
            @Nullable Double p95) {}
}
