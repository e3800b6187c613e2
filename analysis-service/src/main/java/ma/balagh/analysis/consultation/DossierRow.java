package ma.balagh.analysis.consultation;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.dossier.DossierState;
import ma.balagh.analysis.urgency.UrgencyLevel;
import ma.balagh.contracts.analysis.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A dossier in a list.
 *
 * @param title of the first report that the caller may see, or how that one begins
 * @param place as in the proposal that waits, or in the verdict that stands; else as that report claims
 * @param severity as in that proposal or verdict
 * @param lookBy until when somebody should have looked
 * @param ready whether every examination of its evidence has ended
 * @param receivedAt when that report came in
 * @param reports how many of those that the caller may see stand in it
 * @param evidence how many of those that these reports brought stand in it
 */
public record DossierRow(
        UUID id,
        String jurisdiction,
        DossierState state,
        @Nullable Verdict verdict,
        @Nullable String title,
        @Nullable String place,
        @Nullable Integer severity,
        UrgencyLevel urgency,
        Instant lookBy,
        boolean ready,
        @Nullable Instant receivedAt,
        Instant openedAt,
        @Nullable Instant readyAt,
        @Nullable Instant proposedAt,
        @Nullable Instant concludedAt,
        int reports,
        int evidence) {}
