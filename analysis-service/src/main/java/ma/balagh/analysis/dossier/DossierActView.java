package ma.balagh.analysis.dossier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act on a dossier, as its reader sees it.
 *
 * @param role what the dossier that is read was in it
 * @param otherDossierId the other dossier of a joining or a separation, if it exists for the reader
 * @param by user name; of who confirmed it, where two people did
 * @param proposedBy user name of the first of two people; absent where one did it alone
 */
public record DossierActView(
        DossierAct.Kind kind,
        Role role,
        @Nullable UUID otherDossierId,
        String reason,
        String by,
        @Nullable String proposedBy,
        Instant at) {

    /** Which of two dossiers is read. */
    public enum Role {
        /**
         * The one that another was joined to, that something was separated from, that was opened again, or that reports
         * were attached to.
         */
        CHANGED,
        /** The one that was joined to another, or that was opened for what was separated. */
        OTHER
    }

    /** As it is seen in the dossier that it changed, by somebody for whom the other one exists. */
    public static DossierActView of(DossierAct act) {
        return new DossierActView(
                act.kind(), Role.CHANGED, act.otherId(), act.reason(), act.personName(), null, act.at());
    }
}
