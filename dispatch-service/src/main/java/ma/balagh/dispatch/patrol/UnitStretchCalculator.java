package ma.balagh.dispatch.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

    /** The time between two moments; empty where the second is not after the first. */
    private record Stretch(Instant begin, Instant end) {

        Duration length() {
            return Duration.between(begin, end);
        }
    }

    /**
     * @param taken when other plans have it; of several times between them it gets the longest
     * @return empty where it has no time for a single visit
     */
    Optional<PatrolUnit> stretch(
            Unit unit, Instant from, Instant to, Instant now, List<PatrolDuty> taken, SlotGenerator random) {
        var free = longestFree(limits(unit, from, to, now), taken);
        return isEnough(free) ? Optional.of(withBreak(unit, free.begin(), free.end(), random)) : Optional.empty();
    }

    /** Whether it would have time for a visit if other plans did not have it. */
    boolean isTaken(Unit unit, Instant from, Instant to, Instant now, List<PatrolDuty> taken) {
        var limits = limits(unit, from, to, now);
        return isEnough(limits) && !isEnough(longestFree(limits, taken));
    }

    private boolean isEnough(Stretch stretch) {
        return stretch.length().compareTo(Duration.ofMinutes(config.mostMinutes())) >= 0;
    }

    private static Stretch longestFree(Stretch within, List<PatrolDuty> taken) {
        var longest = new Stretch(within.begin(), within.begin());
        var begin = within.begin();
        var byTime =
                taken.stream().sorted(Comparator.comparing(PatrolDuty::from)).toList();
        for (var duty : byTime) {
            longest = longer(longest, new Stretch(begin, earlier(duty.from(), within.end())));
            begin = later(begin, duty.to());
        }
        return longer(longest, new Stretch(begin, within.end()));
    }

    private static Stretch longer(Stretch one, Stretch other) {
        return other.length().compareTo(one.length()) > 0 ? other : one;
    }

    private Stretch limits(Unit unit, Instant from, Instant to, Instant now) {
        var begin = from;
        var end = to;
        var shift = unit.shift();
        if (shift != null) {
            begin = later(begin, shift.beginsAt());
            end = earlier(end, shift.endsAt());
        }
        var onDutySince = unit.onDutySince();
        var offDutySince = unit.offDutySince();
        if (onDutySince != null && (shift == null || shift.beginsAt().isBefore(now.plus(rules.leastRest())))) {
            // It cannot rest before: the duty that it is on goes on.
            end = earlier(end, onDutySince.plus(rules.longest()));
        } else if (unit.status() == UnitStatus.OFF_DUTY && offDutySince != null) {
            begin = later(begin, offDutySince.plus(rules.leastRest()));
        }
        return new Stretch(begin, earlier(end, begin.plus(rules.longest())));
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
