package ma.balagh.dispatch.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;

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

    private static final Duration FURTHEST = Duration.ofDays(366);

    /** 400 for one that is over, too far ahead, or longer than a shift may be. */
    void requirePlausible(DutyConfig rules, Instant now) {
        if (beginsAt.isAfter(now.plus(FURTHEST))) {
            throw CommonProblem.invalid(Violation.unfitting("beginsAt", "must lie within a year"));
        }
        if (!endsAt.isAfter(now)) {
            throw CommonProblem.invalid(Violation.tooEarly("endsAt", "must lie ahead"));
        }
        if (!endsAt.isAfter(beginsAt)) {
            throw CommonProblem.invalid(Violation.tooEarly("endsAt", "must lie after the beginning"));
        }
        if (endsAt.isAfter(beginsAt.plus(rules.longestShift()))) {
            throw CommonProblem.invalid(Violation.unfitting(
                    "endsAt", "must lie at most %s after the beginning".formatted(rules.longestShift())));
        }
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(beginsAt) && moment.isBefore(endsAt);
    }
}
