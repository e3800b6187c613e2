package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.portal.incident.IncidentTypeCode;
import ma.balagh.portal.patrol.PatrolPlanResponse.VisitState;
import ma.balagh.portal.patrol.VisitObservationsResponse.Observation;
import org.jspecify.annotations.Nullable;

/** The visits of the crew that asks, by time, as dispatch answers them. */
@TemplateData
public record CrewVisitsResponse(List<CrewVisit> items) {

    /**
     * Where a crew goes, how long it stays, and why.
     *
     * @param reason why it is secured by hand; nothing where nobody said it
     * @param expected incidents in 30 days; nothing for a place that is secured by hand
     * @param incidents how many there were in the last year
     * @param recent the newest of them
     * @param open whether the crew can say what it saw
     */
    @TemplateData
    public record CrewVisit(
            UUID id,
            @Nullable String place,
            double latitude,
            double longitude,
            @Nullable VisitState state,
            int minutes,
            @Nullable Instant start,
            @Nullable Instant end,
            boolean secured,
            @Nullable String reason,
            @Nullable Double expected,
            int incidents,
            List<PastIncident> recent,
            boolean open,
            List<Observation> observations) {

        public boolean isInterrupted() {
            return state == VisitState.INTERRUPTED;
        }

        /** What can be said in words; that nothing was seen has a button of its own, until something else was said. */
        public List<ObservationKindCode> kinds() {
            return Stream.of(ObservationKindCode.values())
                    .filter(kind -> last() != null || kind != ObservationKindCode.NOTHING)
                    .toList();
        }

        /** What counts of all that was said; nothing before anything was. */
        public @Nullable Observation last() {
            return observations.isEmpty() ? null : observations.getLast();
        }
    }

    /**
     * Something that happened at a place.
     *
     * @param timed whether it is known when; else it is known when it was judged
     */
    @TemplateData
    public record PastIncident(@Nullable IncidentTypeCode type, Instant at, boolean timed) {}
}
