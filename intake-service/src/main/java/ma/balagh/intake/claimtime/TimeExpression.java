package ma.balagh.intake.claimtime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.balagh.intake.claimtime.TimeHint.Ago;
import ma.balagh.intake.claimtime.TimeHint.Clock;
import ma.balagh.intake.claimtime.TimeHint.Day;
import ma.balagh.intake.claimtime.TimeHint.Part;
import org.jspecify.annotations.Nullable;

/** Adjacent hints that describe one time: a day, a part of it and a time of day. */
final class TimeExpression {

    /** An hour is said for half an hour before and after it. */
    private static final Duration SLACK = Duration.ofMinutes(30);

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /** Days that stand next to each other are one: {@code hier vendredi 20 novembre}. */
    private static final int SAME_DAY = 5;

    /** From the earliest to the latest, exclusively. */
    record Interval(Instant from, Instant to) {}

    private final List<TimeHint> hints = new ArrayList<>();
    private final Set<TimeReason> reasons = EnumSet.noneOf(TimeReason.class);
    private @Nullable Day day;
    private @Nullable Ago ago;
    private @Nullable PartOfDay part;
    private @Nullable Clock clock;

    int from() {
        return hints.getFirst().from();
    }

    int to() {
        return hints.getLast().to();
    }

    List<TimeReason> reasons() {
        return List.copyOf(reasons);
    }

    boolean takes(TimeHint hint) {
        return switch (hint) {
            case Day another -> day == null && ago == null || day != null && another.from() - to() <= SAME_DAY;
            case Ago another -> day == null && ago == null && clock == null;
            case Part another -> part == null;
            case Clock another -> clock == null && ago == null;
        };
    }

    void add(TimeHint hint) {
        hints.add(hint);
        switch (hint) {
            case Day another -> add(another);
            case Ago another -> {
                ago = another;
                reasons.add(TimeReason.AGO);
            }
            case Part another -> {
                part = another.part();
                reasons.add(TimeReason.PART_OF_DAY);
            }
            case Clock another -> {
                clock = another;
                reasons.add(TimeReason.CLOCK);
            }
        }
    }

    private void add(Day another) {
        if (day == null || another.rank() > day.rank()) {
            day = another;
        }
        if (part == null && another.part() != null) {
            part = another.part();
            reasons.add(TimeReason.PART_OF_DAY);
        }
        reasons.add(another.reason());
        if (another.supposed()) {
            reasons.add(TimeReason.YEAR_SUPPOSED);
        }
    }

    /** Empty where a part of a day is all that is said. */
    Optional<Interval> resolved(ZonedDateTime published) {
        if (ago != null) {
            return Optional.of(new Interval(ago.earliest(), ago.latest()));
        }
        if (day == null && clock == null) {
            return Optional.empty();
        }
        if (clock != null) {
            return Optional.of(around(clock, published));
        }
        return Optional.ofNullable(day).map(days -> within(days, published));
    }

    private Interval within(Day days, ZonedDateTime published) {
        LocalDateTime first = days.first().atStartOfDay();
        return part == null || !days.first().equals(days.last())
                ? interval(first, days.last().plusDays(1).atStartOfDay(), published)
                : interval(first.plusHours(part.begins()), first.plusHours(part.ends()), published);
    }

    private Interval around(Clock told, ZonedDateTime published) {
        Duration since = told.sinceMidnight();
        boolean open = told.open() && part == null;
        if (part != null && since.toHours() <= 12) {
            since = Duration.ofHours(part.hour((int) since.toHours())).plusMinutes(since.toMinutesPart());
        }
        Duration until = open ? since.plus(HALF_A_DAY) : since;
        if (open) {
            reasons.add(TimeReason.HALF_OF_DAY_OPEN);
        }
        LocalDate date;
        if (day != null) {
            date = day.first();
        } else {
            reasons.add(TimeReason.DAY_SUPPOSED);
            boolean ahead = published.toLocalDate().atStartOfDay().plus(since).isAfter(published.toLocalDateTime());
            date = ahead ? published.toLocalDate().minusDays(1) : published.toLocalDate();
        }
        LocalDateTime midnight = date.atStartOfDay();
        return interval(midnight.plus(since).minus(SLACK), midnight.plus(until).plus(SLACK), published);
    }

    private static Interval interval(LocalDateTime from, LocalDateTime to, ZonedDateTime published) {
        return new Interval(
                from.atZone(published.getZone()).toInstant(),
                to.atZone(published.getZone()).toInstant());
    }
}
