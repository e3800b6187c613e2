package ma.balagh.intake.ageing;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How long a report has waited for an answer. Each class begins where the one before ends. */
enum AgeClass {
    UNDER_1_HOUR(Duration.ZERO),
    UNDER_6_HOURS(Duration.ofHours(1)),
    UNDER_1_DAY(Duration.ofHours(6)),
    UNDER_3_DAYS(Duration.ofDays(1)),
    UNDER_7_DAYS(Duration.ofDays(3)),
    OLDER(Duration.ofDays(7));

    private final Duration from;

    AgeClass(Duration from) {
        this.from = from;
    }

    /** The least age in it. */
    Duration from() {
        return from;
    }

    /** The least ages of all classes but the first, in seconds: the bounds of PostgreSQL's {@code width_bucket}. */
    static String bounds() {
        return Arrays.stream(values())
                .skip(1)
                .map(age -> Long.toString(age.from.toSeconds()))
                .collect(Collectors.joining(", ", "array[", "]::double precision[]"));
    }
}
