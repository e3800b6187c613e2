package ma.balagh.portal.dossier;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier in a list.
 *
 * @param ready whether every examination of its evidence has ended
 * @param lookBy until when somebody should have looked
 * @param severity 1 (minor) to 4 (life in danger), as proposed or confirmed
 */
@TemplateData
public record DossierRowResponse(
        UUID id,
        String jurisdiction,
        @Nullable DossierStateCode state,
        @Nullable VerdictCode verdict,
        @Nullable String title,
        @Nullable String place,
        @Nullable Integer severity,
        @Nullable UrgencyLevelCode urgency,
        @Nullable Instant lookBy,
        boolean ready,
        @Nullable Instant receivedAt,
        Instant openedAt,
        @Nullable Instant readyAt,
        @Nullable Instant proposedAt,
        @Nullable Instant concludedAt,
        int reports,
        int evidence) {

    /** Whether its urgency still matters. */
    public boolean isWaiting() {
        return urgency != null && (state == DossierStateCode.OPEN || state == DossierStateCode.PROPOSED);
    }
}
