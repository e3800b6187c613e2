package ma.balagh.dispatch.patrol;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.blackspot.SpotIncident;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The visits of the crew that asks, by time. */
@Schema(name = "CrewVisitList")
record CrewVisitListView(List<CrewVisitView> items) {

    /**
     * Where a crew goes, how long it stays, and why.
     *
     * @param place absent where nobody told its name
     * @param secured whether a commander asked for the place by hand
     * @param reason why the commander has it secured; absent where no reason was given
     * @param expected verified incidents that are expected there in 30 days; absent where the place is secured by hand
     * @param incidents verified incidents of the last year there, as far as the crew may see them
     * @param recent the newest of them; none identifies a person
     * @param open whether the crew can say what it saw
     * @param observations what was said already
     */
    @Schema(name = "CrewVisit")
    record CrewVisitView(
            UUID id,
            @Nullable String place,
            String cell,
            double latitude,
            double longitude,
            VisitState state,
            int minutes,
            @Nullable Instant start,
            @Nullable Instant end,
            boolean secured,
            @Nullable String reason,
            @Nullable Double expected,
            int incidents,
            List<SpotIncident> recent,
            boolean open,
            List<VisitObservation> observations) {}
}
