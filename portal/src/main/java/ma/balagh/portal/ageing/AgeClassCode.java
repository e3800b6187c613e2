package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How long a report has waited for an answer. */
@TemplateData
public enum AgeClassCode {
    UNDER_1_HOUR(Duration.ZERO),
    UNDER_6_HOURS(Duration.ofHours(1)),
    UNDER_1_DAY(Duration.ofHours(6)),
    UNDER_3_DAYS(Duration.ofDays(1)),
    UNDER_7_DAYS(Duration.ofDays(3)),
    OLDER(Duration.ofDays(7));

    private final Duration from;

    AgeClassCode(Duration from) {
        this.from = from;
    }

    static @Nullable AgeClassCode of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(age -> age.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The least age in it. */
    Duration from() {
        return from;
    }

    /** From a day on somebody should have looked. */
    public boolean isLate() {
        return ordinal() >= UNDER_3_DAYS.ordinal();
    }
}
