package ma.balagh.dispatch.incident;

import java.time.Instant;
import ma.balagh.contracts.dispatch.OutcomeKind;
import org.jspecify.annotations.Nullable;

/**
 * How an incident ended.
 *
 * @param persons how many were arrested or identified; at least one for an arrest
 * @param by user name of who told it
 */
record Outcome(OutcomeKind kind, int persons, @Nullable String note, Instant at, String by) {

    Outcome {
        if (!allows(kind, persons)) {
            throw new IllegalArgumentException(kind + " of " + persons + " persons");
        }
    }

    /** An arrest is somebody's; nobody found is nobody. How many are at large may not be known: 0. */
    static boolean allows(OutcomeKind kind, int persons) {
        return switch (kind) {
            case ARRESTED -> persons >= 1;
            case IDENTIFIED_AT_LARGE -> persons >= 0;
            case NOT_FOUND, NO_OFFENCE -> persons == 0;
        };
    }

    boolean isSomebodyKnown() {
        return switch (kind) {
            case ARRESTED, IDENTIFIED_AT_LARGE -> true;
            case NOT_FOUND, NO_OFFENCE -> false;
        };
    }
}
