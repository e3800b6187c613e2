package ma.balagh.dispatch.incident;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.unit.UnitStatus;
import org.jspecify.annotations.Nullable;

/**
 * A unit that is planned as the next for an incident.
 *
 * @param role what it is to be sent for; absent for what falls to it then
 * @param plannedBy user name of the dispatcher
 * @param status its present status; absent if the caller may no longer see the unit
 * @param ready whether it is free and can be sent
 * @param freeInSeconds when it will be free, by what others took; absent where too few are known, and in lists
 * @param estimatedSeconds when it would be there: its way after that; absent where either is unknown, and in lists
 */
public record PlannedUnitView(
        UUID unitId,
        String callSign,
        @Nullable AssignmentRole role,
        String plannedBy,
        Instant plannedAt,
        @Nullable UnitStatus status,
        boolean ready,
        @Nullable Long freeInSeconds,
        @Nullable Long estimatedSeconds) {}
