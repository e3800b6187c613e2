package ma.balagh.dispatch.position;

import java.util.UUID;
import ma.balagh.dispatch.unit.Position;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of where a unit is.
 *
 * @param jurisdictions those of whoever says it
 * @param callSign the field unit that says it, which speaks for itself alone; null for a dispatcher
 */
record UnitSighting(
        UUID unitId,
        Position position,
        Jurisdictions jurisdictions,
        @Nullable String callSign) {

    /** Whether whoever says it may say it of that unit. */
    boolean isAllowedOf(KnownUnit unit) {
        return jurisdictions.covers(unit.jurisdiction()) && (callSign == null || callSign.equals(unit.callSign()));
    }
}
