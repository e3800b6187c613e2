package ma.balagh.portal.known;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.portal.examination.MatchResponse;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the bank, as analysis tells it.
 *
 * @param dossierId where its evidence stands
 * @param quarantine why it raises no matches for now; nothing while it does
 */
@TemplateData
public record KnownFootageResponse(
        UUID id,
        UUID evidenceId,
        @Nullable UUID dossierId,
        MatchResponse.Known.@Nullable Kind kind,
        String reference,
        String summary,
        @Nullable State state,
        @Nullable Quarantine quarantine,
        String bankedBy,
        Instant bankedAt) {

    /** Whether it raises matches. */
    public enum State {
        BANKED,
        QUARANTINED
    }

    /** Why it is set aside. */
    public enum Reason {
        MATCHES_TOO_MUCH
    }

    /**
     * That it is set aside.
     *
     * @param media how many it matched within the guard's window
     * @param examined out of how many that were examined then
     */
    @TemplateData
    public record Quarantine(@Nullable Reason reason, int media, int examined, Instant at) {}

    public boolean isSetAside() {
        return state == State.QUARANTINED;
    }
}
