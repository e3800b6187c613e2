package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the reports of a week, by territory.
 *
 * @param territories where most wait for too long or were answered late first
 */
@TemplateData
public record AnswerTimesResponse(Instant from, Instant to, List<Territory> territories) {

    /** Those of one jurisdiction. */
    @TemplateData
    public record Territory(
            String jurisdiction,
            long received,
            long answered,
            long withinTarget,
            long overdue,
            @Nullable Double p50,
            @Nullable Double p95) {

        /** The share that kept the target, of those for which it is over; nothing where there are none. */
        public @Nullable Double share() {
            long due = answered + overdue;
            return due == 0 ? null : (double) withinTarget / due;
        }

        /** Answered, and not in time. */
        public long late() {
            return answered - withinTarget;
        }
    }
}
