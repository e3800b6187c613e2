package ma.balagh.portal.dossier;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a dossier as a whole.
 *
 * @param role what the dossier that is shown was in it
 * @param proposedBy the first of two people, where it took two
 * @param otherDossierId the other dossier, if the viewer may see it
 */
@TemplateData
public record DossierActResponse(
        @Nullable Kind kind,
        @Nullable Role role,
        @Nullable UUID otherDossierId,
        String reason,
        String by,
        @Nullable String proposedBy,
        Instant at) {

    /** What can be done. */
    public enum Kind {
        JOINED,
        SEPARATED,
        REOPENED,
        ATTACHED
    }

    /** Which of two dossiers is shown. */
    public enum Role {
        CHANGED,
        OTHER
    }

    /** How it is told in the dossier that is shown. */
    public enum Telling {
        TOOK_IN,
        WENT_INTO,
        GAVE_AWAY,
        CAME_FROM,
        REOPENED,
        ATTACHED
    }

    /** Nothing for what this release does not know. */
    public @Nullable Telling telling() {
        if (kind == null || role == null) {
            return null;
        }
        return switch (kind) {
            case JOINED -> role == Role.CHANGED ? Telling.TOOK_IN : Telling.WENT_INTO;
            case SEPARATED -> role == Role.CHANGED ? Telling.GAVE_AWAY : Telling.CAME_FROM;
            case REOPENED -> Telling.REOPENED;
            case ATTACHED -> Telling.ATTACHED;
        };
    }
}
