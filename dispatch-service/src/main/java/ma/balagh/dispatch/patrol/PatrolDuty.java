package ma.balagh.dispatch.patrol;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;

/** The time for which an approved plan has a unit. */
record PatrolDuty(UUID planId, UUID unitId, Instant from, Instant to) {

    boolean overlaps(Instant begin, Instant end) {
        return from.isBefore(end) && to.isAfter(begin);
    }

    /**
     * Another plan cannot have the unit then.
     *
     * @param field that names the unit
     */
    Violation violation(String field, String callSign) {
        return new Violation(
                field,
                ViolationCode.UNIT_IN_OTHER_PLAN,
                Map.of("unit", callSign, "plan", planId.toString(), "from", from.toString(), "to", to.toString()),
                "%s is in the approved patrol plan %s from %s to %s".formatted(callSign, planId, from, to));
    }
}
