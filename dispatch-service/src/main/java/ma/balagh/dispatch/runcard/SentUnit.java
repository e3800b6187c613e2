package ma.balagh.dispatch.runcard;

import java.util.UUID;
import ma.balagh.dispatch.unit.Unit;
import org.jspecify.annotations.Nullable;

/** A unit that is on an incident, and what for. */
public record SentUnit(UUID unitId, AssignmentRole role) {

    /** @param unit what is known of it; null where whoever asks does not see it: then its role is believed */
    boolean fills(UnitRequirement requirement, @Nullable Unit unit) {
        return role == requirement.role() && (unit == null || requirement.fits(unit));
    }
}
