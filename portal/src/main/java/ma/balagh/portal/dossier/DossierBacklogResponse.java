package ma.balagh.portal.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many dossiers wait, and for whom.
 *
 * @param examining for the end of an examination
 * @param toPropose for an analyst
 * @param toConfirm for a judicial officer
 * @param toDecideReopening for another one
 */
public record DossierBacklogResponse(
        Waiting examining, Waiting toPropose, Waiting toConfirm, Waiting toDecideReopening) {

    /**
     * @param overdue how many of them somebody should have looked at by now
     * @param since since when the one waits that waits longest
     */
    public record Waiting(
            long count, long overdue, @Nullable Instant since) {}
}
