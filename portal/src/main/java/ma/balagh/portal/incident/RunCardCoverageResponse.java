package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which units an incident needs, and how many of them it has.
 *
 * @param cardId the run card; nothing where the standard holds
 */
@TemplateData
public record RunCardCoverageResponse(@Nullable UUID cardId, List<Slot> requirements) {

    /** What a unit is sent for. */
    public enum Role {
        LEAD,
        SUPPORT,
        SEARCH,
        CORDON,
        MEDICAL
    }

    /** A requirement, and how many of its units are on the incident. */
    @TemplateData
    public record Slot(@Nullable Role role, List<String> kinds, List<String> skills, int count, int filled) {

        public boolean isFilled() {
            return filled >= count;
        }
    }

    /**
     * What of the run card cannot be sent now.
     *
     * @param nearest who would be the first if nothing kept them
     * @param nextDoor who would be the first of jurisdictions that have not been asked for help
     */
    @TemplateData
    public record Shortfall(
            @Nullable Role role,
            List<String> kinds,
            List<String> skills,
            int missing,
            @Nullable Reason reason,
            List<Prevented> nearest,
            List<NextDoor> nextDoor) {

        /** Why it cannot be sent. */
        public enum Reason {
            NO_SUCH_UNIT,
            ALL_NEEDED,
            ALL_ENGAGED,
            ALL_OFF_DUTY,
            NONE_AVAILABLE
        }
    }

    /** A free unit of a jurisdiction that has not been asked for help. */
    @TemplateData
    public record NextDoor(String jurisdiction, String kind, Double estimatedSeconds) {}

    /**
     * A unit that is fit and cannot be sent.
     *
     * @param hindrances what speaks against sending it beside its status
     */
    @TemplateData
    public record Prevented(
            String callSign,
            UnitResponse.@Nullable Status status,
            List<UnitHindranceCode> hindrances,
            @Nullable Double estimatedSeconds) {}
}
