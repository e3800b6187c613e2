package ma.balagh.dispatch.runcard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The run card of an incident, as far as it is filled.
 *
 * @param cardId the card; absent where nobody wrote one and the standard holds
 * @param alarmLevel what the incident asks for; the card may be one of a lower level
 * @param shortfall what cannot be filled
 */
public record RunCardCoverage(
        @Nullable UUID cardId,
        IncidentType type,
        int alarmLevel,
        List<Slot> requirements,
        @JsonIgnore List<UnitShortfall> shortfall) {

    /**
     * A requirement, and how many of its units are on the incident.
     *
     * @param filled at most the requirement's count
     */
    public record Slot(AssignmentRole role, List<String> kinds, List<String> skills, int count, int filled) {

        Slot(UnitRequirement requirement, int filled) {
            this(requirement.role(), requirement.kinds(), requirement.skills(), requirement.count(), filled);
        }

        int open() {
            return count - filled;
        }

        UnitRequirement requirement() {
            return new UnitRequirement(role, kinds, skills, count);
        }

        /** What of it is open still. */
        UnitRequirement rest() {
            return new UnitRequirement(role, kinds, skills, open());
        }
    }
}
