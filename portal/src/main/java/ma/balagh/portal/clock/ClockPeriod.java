package ma.balagh.portal.clock;

import java.time.Duration;

/** How far back the clocks look. */
public enum ClockPeriod {
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30)),
    YEAR(Duration.ofDays(365));

    private final Duration length;

    ClockPeriod(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }
}
