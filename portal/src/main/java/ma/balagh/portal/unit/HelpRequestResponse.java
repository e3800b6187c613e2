package ma.balagh.portal.unit;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for help between jurisdictions.
 *
 * @param asking whose incidents need units
 * @param asked whose units are asked for
 * @param unitId the one unit that was granted; absent for all
 */
@TemplateData
public record HelpRequestResponse(
        UUID id,
        String asking,
        String asked,
        String reason,
        Instant until,
        @Nullable State state,
        @Nullable UUID unitId,
        String askedBy,
        Instant askedAt,
        @Nullable String answeredBy) {

    /** How far it is. */
    public enum State {
        ASKED,
        GRANTED,
        REFUSED,
        ENDED
    }

    /** Those of the units that may be granted. */
    public List<UnitDetailResponse> candidates(List<UnitDetailResponse> units) {
        return units.stream()
                .filter(unit ->
                        unit.jurisdiction().equals(asked) || unit.jurisdiction().startsWith(asked + "-"))
                .toList();
    }

    /** Whether it waits for an answer, which only the jurisdiction that is asked can give. */
    public boolean isAsked() {
        return state == State.ASKED;
    }

    /** Whether somebody may still end it. */
    public boolean isOpen() {
        return state == State.ASKED || state == State.GRANTED;
    }
}
