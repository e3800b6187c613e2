package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the reports of each of the last weeks, the earliest first; the last one ends now.
 *
 * @param targetSeconds within how long a report should be answered
 */
@TemplateData
public record WeeklyAnswersResponse(Instant at, Double targetSeconds, List<Week> weeks) {

    private static final Week NONE = new Week(Instant.EPOCH, Instant.EPOCH, 0, 0, 0, 0, null, null);

    /** The one that ends now. */
    public Week last() {
        return weeks.isEmpty() ? NONE : weeks.getLast();
    }

    /** The one before it. */
    public Week earlier() {
        return weeks.size() < 2 ? NONE : weeks.get(weeks.size() - 2);
    }

    /** How many of all these weeks wait for too long. */
    public long overdue() {
        return weeks.stream().mapToLong(Week::overdue).sum();
    }

    /**
     * Reports that were received in a week.
     *
     * @param withinTarget how many were answered in time
     * @param overdue how many have no answer and wait for longer than the target
     */
    @TemplateData
    public record Week(
            Instant from,
            Instant to,
            long received,
            long answered,
            long withinTarget,
            long overdue,
            @Nullable Double p50,
            @Nullable Double p95) {

        /** Answered, and not in time. */
        public long late() {
            return answered - withinTarget;
        }

        /** Without an answer, and still in time. */
        public long inTime() {
            return received - answered - overdue;
        }

        /** The share that kept the target, of those for which it is over; nothing where there are none. */
        public @Nullable Double share() {
            return due() == 0 ? null : (double) withinTarget / due();
        }

        /** How many the target is over for: those answered, and those that wait for longer. */
        public long due() {
            return answered + overdue;
        }
    }
}
