package ma.balagh.dispatch.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ma.balagh.dispatch.unit.DutyConfig;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitStatus;

/** When a unit may work: within its shift, after its rest, and no longer than a duty lasts; with a break where that is long. */
final class UnitStretchCalculator {

    private static final int THIRDS = 3;

    private final PatrolConfig config;
    private final DutyConfig rules;

    UnitStretchCalculator(PatrolConfig config, DutyConfig rules) {
        this.config = config;
        this.rules = rules;
    }

    /** @return empty where it has no time for a single visit */
    Optional<PatrolUnit> stretch(Unit unit, Instant from, Instant to, Instant now, SlotGenerator random) {
        var begin = from;
        var end = to;
        var shift = unit.shift();
        if (shift != null) {
            begin = later(begin, shift.beginsAt());
            end = earlier(end, shift.endsAt());
        }
        var onDutySince = unit.onDutySince();
        var offDutySince = unit.offDutySince();
        if (onDutySince != null && (shift == null || !shift.beginsAt().isAfter(now))) {
            end = earlier(end, onDutySince.plus(rules.longest()));
        } else if (unit.status() == UnitStatus.OFF_DUTY && offDutySince != null) {
            begin = later(begin, offDutySince.plus(rules.leastRest()));
        }
        end = earlier(end, begin.plus(rules.longest()));
        return Duration.between(begin, end).compareTo(Duration.ofMinutes(config.mostMinutes())) < 0
                ? Optional.empty()
                : Optional.of(withBreak(unit, begin, end, random));
    }

    /** In the middle third, at a time that nobody foresees either. */
    private PatrolUnit withBreak(Unit unit, Instant begin, Instant end, SlotGenerator random) {
        var length = Duration.between(begin, end);
        Instant breakFrom = null;
        if (length.compareTo(config.breakAfter()) > 0) {
            var third = length.dividedBy(THIRDS);
            breakFrom = Instant.ofEpochSecond(random.moment(
                    begin.plus(third).getEpochSecond(),
                    end.minus(third).minus(config.breakLength()).getEpochSecond()));
        }
        return new PatrolUnit(
                unit.id(),
                unit.callSign(),
                unit.jurisdiction(),
                unit.kind(),
                begin,
                end,
                breakFrom,
                breakFrom == null ? null : breakFrom.plus(config.breakLength()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
