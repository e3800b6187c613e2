package ma.balagh.dispatch.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time that a unit works at a stretch, measured by its status. Only a full rest ends it: whoever comes back earlier
 * goes on with the same duty, so that hours are not made new by signing off for a moment.
 *
 * @param beganAt when the unit came on duty after its last full rest
 * @param endedAt when it went off duty; null while it is on duty
 */
@Embeddable
record UnitDuty(
        @Column(name = "duty_began_at") Instant beganAt,
        @Column(name = "duty_ended_at") @Nullable Instant endedAt) {

    static UnitDuty begin(Instant at) {
        return new UnitDuty(at, null);
    }

    UnitDuty end(Instant at) {
        return new UnitDuty(beganAt, at);
    }

    UnitDuty resume(Instant at, Duration leastRest) {
        return isResting(at, leastRest) ? new UnitDuty(beganAt, null) : begin(at);
    }

    boolean isOver(Instant moment, Duration longest) {
        return endedAt == null && !moment.isBefore(beganAt.plus(longest));
    }

    boolean isResting(Instant moment, Duration leastRest) {
        return endedAt != null && moment.isBefore(endedAt.plus(leastRest));
    }
}
