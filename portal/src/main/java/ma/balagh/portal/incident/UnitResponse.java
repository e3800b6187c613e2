package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patrol that can be sent.
 *
 * @param nextIncidentId the incident that it is planned for; nothing where it is for none
 */
@TemplateData
public record UnitResponse(
        UUID id,
        String callSign,
        String kind,
        int crew,
        String jurisdiction,
        @Nullable Status status,
        @Nullable Position position,
        @Nullable UUID nextIncidentId) {

    /** What a unit is doing. */
    public enum Status {
        AVAILABLE,
        ASSIGNED,
        EN_ROUTE,
        ON_SCENE,
        BUSY,
        OFF_DUTY
    }

    /**
     * Where it was last seen.
     *
     * @param heading where it went, in degrees clockwise from north; nothing where that is unknown
     */
    @TemplateData
    public record Position(
            double latitude,
            double longitude,
            Instant at,
            @Nullable Double heading) {

        /** To ten metres, in degrees: a thousand units are on a page, and the stream tells each more exactly soon. */
        private static final double STEPS = 1e4;

        public double roundedLatitude() {
            return Math.round(latitude * STEPS) / STEPS;
        }

        public double roundedLongitude() {
            return Math.round(longitude * STEPS) / STEPS;
        }

        public @Nullable Long roundedHeading() {
            return heading == null ? null : Long.valueOf(Math.round(heading));
        }

        public long epochSecond() {
            return at.getEpochSecond();
        }
    }
}
