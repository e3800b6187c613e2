package ma.balagh.dispatch.inquiry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the steps of an inquiry stand.
 *
 * @param overdue how many are not done although their time has come
 * @param nextDueAt when the first that is not done is due; null where all are done
 */
record StepStatus(UUID inquiryId, long overdue, @Nullable Instant nextDueAt) {

    static StepStatus none(UUID inquiryId) {
        return new StepStatus(inquiryId, 0, null);
    }
}
