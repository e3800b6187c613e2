package ma.balagh.dispatch.runcard;

import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.unit.UnitHindrance;
import ma.balagh.dispatch.unit.UnitStatus;
import org.jspecify.annotations.Nullable;

/**
 * Units of a run card that cannot be sent now.
 *
 * @param missing how many
 * @param reason why
 * @param nearest who would be there first if they could be sent, with what keeps them; at most three
 * @param nextDoor who would be there first of jurisdictions that have not been asked for help; at most three
 */
public record UnitShortfall(
        AssignmentRole role,
        List<String> kinds,
        List<String> skills,
        int missing,
        Reason reason,
        List<Prevented> nearest,
        List<NextDoor> nextDoor) {

    /** Why a requirement cannot be filled. */
    public enum Reason {
        /** No unit that could be sent there is of such a kind and can do that. */
        NO_SUCH_UNIT,
        /** Those that are fit are all needed for other places of the card. */
        ALL_NEEDED,
        /** Those that are fit are all sent elsewhere. */
        ALL_ENGAGED,
        /** None of those that are fit is sent anywhere: they are off duty, out of their shift, resting, or busy. */
        ALL_OFF_DUTY,
        /** Some of those that are fit are sent elsewhere, the others off duty, out of their shift, resting, or busy. */
        NONE_AVAILABLE
    }

    /**
     * A unit that is fit and cannot be sent.
     *
     * @param status what keeps it, unless that is {@link UnitStatus#AVAILABLE}
     * @param hindrances what speaks against sending it beside its status
     * @param estimatedSeconds how long it would need; absent where a place is unknown
     */
    public record Prevented(
            UUID unitId,
            String callSign,
            UnitStatus status,
            List<UnitHindrance> hindrances,
            @Nullable Long estimatedSeconds) {}

    /** A free unit of a jurisdiction that has not been asked for help. Which one it is, that jurisdiction says. */
    public record NextDoor(String jurisdiction, String kind, long estimatedSeconds) {}
}
