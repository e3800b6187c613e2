package ma.balagh.portal.shell;

import io.quarkus.qute.TemplateData;
import java.time.Duration;

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
        SECONDS,
        MINUTES,
        HOURS,
        DAYS
    }

    static final Elapsed NONE = new Elapsed(Unit.NONE, 0, 0);

    static Elapsed of(Duration length) {
        Duration d = length.isNegative() ? Duration.ZERO : length;
        if (d.compareTo(Duration.ofMinutes(1)) < 0) {
            return new Elapsed(Unit.SECONDS, d.toSeconds(), d.toMillisPart() / 100);
        }
        if (d.compareTo(Duration.ofHours(1)) < 0) {
            return new Elapsed(Unit.MINUTES, d.toMinutes(), d.toSecondsPart());
        }
        if (d.compareTo(Duration.ofDays(1)) < 0) {
            return new Elapsed(Unit.HOURS, d.toHours(), d.toMinutesPart());
        }
        return new Elapsed(Unit.DAYS, d.toDays(), d.toHoursPart());
    }
}
