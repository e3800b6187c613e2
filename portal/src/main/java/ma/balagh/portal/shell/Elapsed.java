package ma.balagh.portal.shell;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * A length of time, told in its two largest units.
 *
 * @param unit which message tells it
 * @param major the larger unit's count
 * @param minor the smaller unit's count
 */
@TemplateData
public record Elapsed(Unit unit, long major, long minor) {

    /** Which pair of units a length is told in. */
    public enum Unit {
        NONE,
        MILLIS,
        SECONDS,
        MINUTES,
        HOURS,
        DAYS
    }

    static final Elapsed NONE = new Elapsed(Unit.NONE, 0, 0);

    /** Rounded to the smaller of the two units. */
    static Elapsed of(Duration length) {
        Duration exact = length.isNegative() ? Duration.ZERO : length;
        if (exact.compareTo(Duration.ofSeconds(1)) < 0) {
            return new Elapsed(Unit.MILLIS, exact.toMillis(), 0);
        }
        Duration tenths = rounded(exact, ChronoUnit.MILLIS, 100);
        if (tenths.compareTo(Duration.ofMinutes(1)) < 0) {
            return new Elapsed(Unit.SECONDS, tenths.toSeconds(), tenths.toMillisPart() / 100);
        }
        Duration seconds = rounded(exact, ChronoUnit.SECONDS, 1);
        if (seconds.compareTo(Duration.ofHours(1)) < 0) {
            return new Elapsed(Unit.MINUTES, seconds.toMinutes(), seconds.toSecondsPart());
        }
        Duration minutes = rounded(exact, ChronoUnit.MINUTES, 1);
        if (minutes.compareTo(Duration.ofDays(1)) < 0) {
            return new Elapsed(Unit.HOURS, minutes.toHours(), minutes.toMinutesPart());
        }
        Duration hours = rounded(exact, ChronoUnit.HOURS, 1);
        return new Elapsed(Unit.DAYS, hours.toDays(), hours.toHoursPart());
    }

    private static Duration rounded(Duration exact, ChronoUnit unit, int count) {
        Duration step = Duration.of(count, unit);
        return step.multipliedBy(exact.plus(step.dividedBy(2)).dividedBy(step));
    }
}
