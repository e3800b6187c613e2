package ma.balagh.analysis.consultation;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.dossier.DossierState;
import ma.balagh.contracts.analysis.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A dossier in a list.
 *
 * @param title of its first report, or how that one begins
 * @param place as proposed or confirmed; else as the first report claims
 * @param severity as proposed or confirmed
 * @param ready whether every examination of its evidence has ended
 * @param receivedAt when its first report came in
 * @param reports how many stand in it
 * @param evidence how many stand in it
 */
public record DossierRow(
        UUID id,
        String jurisdiction,
        DossierState state,
        @Nullable Verdict verdict,
        @Nullable String title,
        @Nullable String place,
        @Nullable Integer severity,
        boolean ready,
        @Nullable Instant receivedAt,
        Instant openedAt,
        @Nullable Instant readyAt,
        @Nullable Instant proposedAt,
        @Nullable Instant concludedAt,
        int reports,
        int evidence) {}
