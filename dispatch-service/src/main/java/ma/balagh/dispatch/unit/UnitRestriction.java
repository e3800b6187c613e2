package ma.balagh.dispatch.unit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Restricts a crew to its own unit and to what that was sent to; staff are not restricted.
 *
 * @param unitId the crew's unit; null for staff
 */
public record UnitRestriction(@Nullable UUID unitId) {

    public static final UnitRestriction NONE = new UnitRestriction(null);

    /** Of a crew whose unit is not enlisted: no unit has this id. */
    static final UnitRestriction NO_UNIT = new UnitRestriction(new UUID(0, 0));

    public boolean isOfCrew() {
        return unitId != null;
    }

    public boolean allows(@Nullable UUID id) {
        return unitId == null || unitId.equals(id);
    }
}
