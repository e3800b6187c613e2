package ma.balagh.analysis.dossier;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.analysis.Verdict;

/** The states of a dossier. Each state offers its legal transitions only. */
public sealed interface DossierLifecycle {

    /** Nobody's verdict is on the table. */
    record Open() implements DossierLifecycle {

        Proposed propose(UUID proposalId, Instant proposedAt) {
            return new Proposed(proposalId, proposedAt);
        }

        Joined join() {
            return new Joined();
        }
    }

    /** A verdict is proposed and waits for a second person. */
    @Embeddable
    record Proposed(UUID proposalId, Instant proposedAt) implements DossierLifecycle {

        Concluded confirm(UUID verdictId, Verdict verdict, Instant concludedAt) {
            return new Concluded(verdictId, verdict, concludedAt);
        }

        Open refuse() {
            return new Open();
        }
    }

    /** Two people agreed. */
    @Embeddable
    record Concluded(
            UUID verdictId, @Enumerated(EnumType.STRING) Verdict verdict, Instant concludedAt)
            implements DossierLifecycle {

        Open reopen() {
            return new Open();
        }
    }

    /** Empty: a person joined it to another dossier, for good. */
    record Joined() implements DossierLifecycle {}

    /** The state's name, as the API and the database say it. */
    default DossierState state() {
        return switch (this) {
            case Open open -> DossierState.OPEN;
            case Proposed proposed -> DossierState.PROPOSED;
            case Concluded concluded -> DossierState.CONCLUDED;
            case Joined joined -> DossierState.JOINED;
        };
    }
}
