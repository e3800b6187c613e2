package ma.balagh.portal.shell;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * A length of time in its two largest units; seconds alone under a minute.
 *
 * @param unit which message tells it
 * @param major the larger unit's count
 * @param minor the smaller unit's count
 */
@TemplateData
public record ElapsedTime(Unit unit, long major, long minor) {

    /** Which pair of units a length is told in. */
    public enum Unit {
        NONE,
        MILLIS,
        SECONDS,
        MINUTES,
        HOURS,
        DAYS
    }

    static final ElapsedTime NONE = new ElapsedTime(Unit.NONE, 0, 0);

    /** Rounded to the smaller of the two units, and to whole seconds. */
    static ElapsedTime of(Duration length) {
        Duration exact = length.isNegative() ? Duration.ZERO : length;
        if (exact.compareTo(Duration.ofSeconds(1)) < 0) {
            return new ElapsedTime(Unit.MILLIS, exact.toMillis(), 0);
        }
        Duration seconds = rounded(exact, ChronoUnit.SECONDS);
        if (seconds.compareTo(Duration.ofMinutes(1)) < 0) {
            return new ElapsedTime(Unit.SECONDS, seconds.toSeconds(), 0);
        }
        if (seconds.compareTo(Duration.ofHours(1)) < 0) {
            return new ElapsedTime(Unit.MINUTES, seconds.toMinutes(), seconds.toSecondsPart());
        }
        Duration minutes = rounded(exact, ChronoUnit.MINUTES);
        if (minutes.compareTo(Duration.ofDays(1)) < 0) {
            return new ElapsedTime(Unit.HOURS, minutes.toHours(), minutes.toMinutesPart());
        }
        Duration hours = rounded(exact, ChronoUnit.HOURS);
        return new ElapsedTime(Unit.DAYS, hours.toDays(), hours.toHoursPart());
    }

    private static Duration rounded(Duration exact, ChronoUnit unit) {
        Duration step = unit.getDuration();
        return step.multipliedBy(exact.plus(step.dividedBy(2)).dividedBy(step));
    }
}
