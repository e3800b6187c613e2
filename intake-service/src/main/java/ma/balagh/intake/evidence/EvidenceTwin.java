package ma.balagh.intake.evidence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Existing evidence with the same bytes as a received medium.
 *
 * @param seen whether who brings them sees it
 * @param fits whether it lies where the report does: both in the compartment, or both outside
 * @param filed by which id who filed the report knows it; null where it does not
 */
record EvidenceTwin(
        Evidence evidence,
        boolean seen,
        boolean fits,
        @Nullable UUID filed) {

    /** Whether it was erased, and its bytes are not yet known to be gone. */
    boolean isAwaited() {
        return evidence.erased() != null && evidence.erased().bytesRemain();
    }
}
