package ma.balagh.dispatch.plan;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.dispatch.runcard.AssignmentRole;
import org.jspecify.annotations.Nullable;

/**
 * A unit that is meant to go to an incident when it is free. Nothing sends it but a person.
 *
 * @param callSign the unit's when it was planned
 * @param role null for what falls to it when it is sent
 * @param by user name of the dispatcher
 */
record PlannedUnit(
        UUID unitId,
        UUID incidentId,
        String callSign,
        @Nullable AssignmentRole role,
        String by,
        Instant at) {}
