package ma.balagh.dispatch.position;

import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.unit.CrewUnitSelector;
import ma.balagh.dispatch.unit.Position;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of where a unit is.
 *
 * @param jurisdictions those of whoever says it
 * @param callSign of the crew that says it, which speaks for its own unit alone; null for a dispatcher
 */
record UnitSighting(
        UUID unitId,
        Position position,
        Jurisdictions jurisdictions,
        @Nullable String callSign) {

    /** Whether whoever says it may say it of that unit. */
    boolean isAllowedOf(KnownUnit unit) {
        return jurisdictions.covers(unit.jurisdiction())
                && (callSign == null
                        || callSign.equals(unit.callSign()) && ownOf(unit).contains(unit.jurisdiction()));
    }

    /** Whether that unit is one of several of which the crew that says it may be. */
    boolean isAmbiguousOf(KnownUnit unit) {
        return callSign != null && ownOf(unit).size() > 1;
    }

    private List<String> ownOf(KnownUnit unit) {
        return CrewUnitSelector.select(unit.namesakes(), jurisdictions);
    }
}
