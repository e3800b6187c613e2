package ma.balagh.analysis.consultation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many dossiers wait at this moment, and for whom, as far as the caller sees them.
 *
 * @param at the moment that the counts are of
 * @param examining for the laboratory's machine: evidence whose examination has not ended
 * @param toPropose for an analyst: examined, without a proposed verdict
 * @param toConfirm for a judicial officer: a proposed verdict
 * @param toDecideReopening for another judicial officer: a proposed reopening
 */
record DossierBacklog(Instant at, Waiting examining, Waiting toPropose, Waiting toConfirm, Waiting toDecideReopening) {

    /**
     * @param overdue how many of them somebody should have looked at by now, as their urgency says
     * @param since since when the one waits that waits longest; null where none does
     */
    record Waiting(long count, long overdue, @Nullable Instant since) {}
}
