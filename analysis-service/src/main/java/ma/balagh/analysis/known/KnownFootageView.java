package ma.balagh.analysis.known;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.examination.KnownMedia.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the bank, as its readers see it.
 *
 * @param evidenceId whose footage it is
 * @param dossierId where that evidence stands
 * @param reference a case number, the title of a film, the address of a publication
 * @param summary what is to be seen, in a sentence or two
 * @param quarantine why it raises no matches for now; null while it does
 * @param bankedBy the user name of who said so
 */
record KnownFootageView(
        UUID id,
        UUID evidenceId,
        UUID dossierId,
        Kind kind,
        String reference,
        String summary,
        KnownFootage.State state,
        @Nullable Quarantine quarantine,
        String bankedBy,
        Instant bankedAt) {

    /** Why an entry is set aside. */
    enum Reason {
        /** It suddenly matches so much that it tells nothing any more. */
        MATCHES_TOO_MUCH
    }

    /**
     * That an entry is set aside.
     *
     * @param media how many it matched within the window of the guard
     * @param examined out of how many that were examined then
     */
    record Quarantine(Reason reason, int media, int examined, Instant at) {}
}
