package ma.balagh.analysis.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person did to a dossier as a whole, and why.
 *
 * @param dossierId the dossier that was changed and goes on
 * @param otherId the dossier that was joined to it, or the one that what was separated stands in
 * @param evidenceIds what was separated
 * @param reportIds what was attached
 * @param verdictId the verdict that was withdrawn
 * @param person the token's subject
 * @param personName user name, for reading
 */
public record DossierAct(
        UUID id,
        Kind kind,
        UUID dossierId,
        @Nullable UUID otherId,
        List<UUID> evidenceIds,
        List<UUID> reportIds,
        @Nullable UUID verdictId,
        String reason,
        String person,
        String personName,
        Instant at) {

    /** What can be done to a dossier as a whole. */
    public enum Kind {
        JOINED,
        SEPARATED,
        REOPENED,
        ATTACHED
    }

    /** Of a reason that somebody can be asked about later: so many visible characters. */
    public static final int SHORTEST_REASON = 10;

    public DossierAct {
        evidenceIds = List.copyOf(evidenceIds);
        reportIds = List.copyOf(reportIds);
    }
}
