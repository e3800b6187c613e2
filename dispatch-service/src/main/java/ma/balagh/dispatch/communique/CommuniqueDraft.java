package ma.balagh.dispatch.communique;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written in a communiqué.
 *
 * @param embargoUntil not to be published before; null for as soon as it is approved
 */
record CommuniqueDraft(
        String jurisdiction,
        CommuniqueKind kind,
        CommuniqueTexts texts,
        List<UUID> incidentIds,
        @Nullable AlertDetails alert,
        @Nullable Instant embargoUntil) {

    CommuniqueDraft {
        incidentIds = List.copyOf(incidentIds);
    }
}
