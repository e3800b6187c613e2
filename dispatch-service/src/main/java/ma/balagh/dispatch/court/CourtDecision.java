package ma.balagh.dispatch.court;

import java.time.Instant;
import java.util.UUID;

/**
 * What a court decided.
 *
 * @param reference of the decision at that court
 * @param summary in words; names nobody
 * @param by user name of who told it
 */
record CourtDecision(
        UUID id,
        Kind kind,
        String court,
        String reference,
        Instant decidedAt,
        String summary,
        Instant recordedAt,
        String by) {

    /** What a decision comes to. */
    enum Kind {
        CHARGED,
        DISMISSED,
        ACQUITTED,
        CONVICTED,
        APPEALED,
        OTHER
    }
}
