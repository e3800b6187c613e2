package ma.balagh.intake.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * Something whose time is over.
 *
 * @param id of the item or report
 * @param since from when its period counts
 * @param held a hold keeps it nevertheless
 */
record Due(UUID id, Instant since, boolean held) {}
