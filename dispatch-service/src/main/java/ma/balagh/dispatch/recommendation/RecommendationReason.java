package ma.balagh.dispatch.recommendation;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One reason for or against a unit.
 *
 * @param code what it is, for translation
 * @param speaks for or against the unit
 * @param text the same in English, with the figures
 * @param seconds the time that the text names: until the unit arrives or is free, or since it was last seen; null where it
 *     names none
 * @param addedSeconds how much is added to the estimate for this reason; null where nothing is
 */
record RecommendationReason(
        Code code,
        Side speaks,
        String text,
        @Nullable Long seconds,
        @Nullable Long addedSeconds) {

    enum Side {
        FOR,
        AGAINST
    }

    @Schema(name = "ReasonCode")
    enum Code {
        /** First in the order of estimated times. */
        FASTEST,
        /** It fits a requirement of the run card that is open still; told only where not every unit would. */
        FITS_ROLE,
        /** It fits none of the requirements of the run card that are open still. */
        FITS_NO_ROLE,
        COVERS_JURISDICTION,
        /** It is of another jurisdiction, which helps out. */
        MUTUAL_AID,
        POSITION_FRESH,
        POSITION_STALE,
        POSITION_UNKNOWN,
        INCIDENT_PLACE_UNKNOWN,
        /** There are roads, and none leads from there to the incident: it is timed along the straight line. */
        NO_ROAD_FOUND,
        /** All are timed along the straight line, because the incident lies outside of the extract of the roads. */
        OUTSIDE_EXTRACT,
        /** All are timed along the straight line, because the roads that are configured are not there. */
        ROADS_MISSING,
        CREW_SMALL,
        UNIT_ASSIGNED,
        UNIT_EN_ROUTE,
        UNIT_ON_SCENE,
        UNIT_BUSY,
        UNIT_OFF_DUTY,
        /** It is outside its shift. */
        OFF_SHIFT,
        /** It has been on duty for too long. */
        OVER_HOURS,
        /** It rests between two duties. */
        RESTING,
        /** It is busy; how long that lasts is estimated. */
        FREE_IN,
        /** It is busy; nobody knows for how long. */
        FREE_TIME_UNKNOWN,
        /** It goes to this incident next. */
        PLANNED_HERE,
        /** It goes to another incident next. */
        PLANNED_ELSEWHERE
    }

    static RecommendationReason supporting(Code code, String text, Object... figures) {
        return new RecommendationReason(code, Side.FOR, String.format(Locale.ROOT, text, figures), null, null);
    }

    static RecommendationReason opposing(Code code, String text, Object... figures) {
        return new RecommendationReason(code, Side.AGAINST, String.format(Locale.ROOT, text, figures), null, null);
    }

    RecommendationReason of(long seconds) {
        return new RecommendationReason(code, speaks, text, seconds, addedSeconds);
    }

    RecommendationReason adding(long seconds) {
        return new RecommendationReason(code, speaks, text, this.seconds, seconds);
    }
}
