package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.road.TravelBasisCode;
import org.jspecify.annotations.Nullable;

/**
 * A unit that could be sent, and the reasons for or against it.
 *
 * @param stackable whether it is busy and can be planned as the next
 * @param freeInSeconds when a stackable unit will be free; nothing where nobody knows
 * @param thereInSeconds when a stackable unit would be there; nothing where nobody knows
 * @param basis what distance and time are measured along
 * @param role that the run card still needs and the unit fits; nothing where there is none
 */
@TemplateData
public record RecommendationResponse(
        UUID unitId,
        String callSign,
        String kind,
        int crew,
        UnitResponse.@Nullable Status status,
        boolean available,
        boolean stackable,
        @Nullable Double freeInSeconds,
        @Nullable Double thereInSeconds,
        @Nullable Double distanceMeters,
        @Nullable Double estimatedSeconds,
        @Nullable TravelBasisCode basis,
        RunCardCoverageResponse.@Nullable Role role,
        List<Reason> reasons) {

    /** Which way a reason speaks. */
    public enum Side {
        FOR,
        AGAINST
    }

    /** What dispatch may say of a unit. */
    public enum Code {
        FASTEST,
        FITS_ROLE,
        FITS_NO_ROLE,
        COVERS_JURISDICTION,
        MUTUAL_AID,
        POSITION_FRESH,
        POSITION_STALE,
        POSITION_UNKNOWN,
        INCIDENT_PLACE_UNKNOWN,
        NO_ROAD_FOUND,
        OUTSIDE_EXTRACT,
        ROADS_MISSING,
        CREW_SMALL,
        UNIT_ASSIGNED,
        UNIT_EN_ROUTE,
        UNIT_ON_SCENE,
        UNIT_BUSY,
        UNIT_OFF_DUTY,
        OFF_SHIFT,
        OVER_HOURS,
        RESTING,
        FREE_IN,
        FREE_TIME_UNKNOWN,
        PLANNED_HERE,
        PLANNED_ELSEWHERE
    }

    /**
     * One reason.
     *
     * @param text in English, with the figures
     * @param seconds the time that the text names; nothing where it names none
     * @param addedSeconds how much is added to the unit's estimate for this reason
     */
    @TemplateData
    public record Reason(
            @Nullable Code code,
            @Nullable Side speaks,
            String text,
            @Nullable Double seconds,
            @Nullable Double addedSeconds) {

        public boolean isFor() {
            return speaks == Side.FOR;
        }

        /** Whether it tells how long ago the unit was seen. */
        public boolean isOfSighting() {
            return seconds != null
                    && (code == Code.POSITION_FRESH || code == Code.POSITION_STALE || code == Code.POSITION_UNKNOWN);
        }

        /** Whether it tells how long something lasts. */
        public boolean isOfLength() {
            return seconds != null
                    && (code == Code.FASTEST
                            || code == Code.OVER_HOURS
                            || code == Code.RESTING
                            || code == Code.FREE_IN);
        }

        /** Whether it tells that the unit fits a role. */
        public boolean isOfRole() {
            return code == Code.FITS_ROLE;
        }
    }
}
