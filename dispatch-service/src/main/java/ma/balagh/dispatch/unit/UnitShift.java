package ma.balagh.dispatch.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * When a unit is meant to work.
 *
 * @param beginsAt its first moment
 * @param endsAt the first moment after it
 */
@Embeddable
public record UnitShift(
        @Column(name = "shift_begins_at") @NotNull Instant beginsAt,
        @Column(name = "shift_ends_at") @NotNull Instant endsAt) {

    boolean covers(Instant moment) {
        return !moment.isBefore(beginsAt) && moment.isBefore(endsAt);
    }
}
