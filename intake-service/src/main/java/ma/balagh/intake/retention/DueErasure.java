package ma.balagh.intake.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something whose retention period is over.
 *
 * @param id of the item, report or evidence
 * @param since from when its period counts
 * @param held a hold keeps it nevertheless
 * @param erasedAt of evidence that was erased and whose bytes the store has not let go yet: since when; it stays here
 *     until they are gone
 * @param refusal why the store has not, as far as it said
 */
record DueErasure(
        UUID id,
        Instant since,
        boolean held,
        @Nullable Instant erasedAt,
        @Nullable String refusal) {}
