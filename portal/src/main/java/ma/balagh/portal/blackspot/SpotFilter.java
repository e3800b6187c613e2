package ma.balagh.portal.blackspot;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/**
 * Which hours of the week, of which day's map.
 *
 * @param hour 0 to 23; without meaning for the whole week
 * @param day whose map is looked at; nothing for the latest
 */
@TemplateData
public record SpotFilter(
        DayKind days,
        int hour,
        @Nullable LocalDate day,
        @Nullable String jurisdiction) {

    private static final int LAST_HOUR = 23;
    private static final int EVENING = 20;
    private static final int REACH = 2;
    private static final int HOURS = 24;
    private static final int SATURDAY = 5;

    /** How much older the map is that is compared with: whole weeks, so that each has the same days. */
    private static final Period BETWEEN = Period.ofWeeks(4);

    /** Days that have one map. */
    public enum DayKind {
        WEEK,
        WORKING_DAY,
        WEEKEND
    }

    static SpotFilter of(
            @Nullable String days, @Nullable String hour, @Nullable String day, @Nullable String jurisdiction) {
        return new SpotFilter(
                Arrays.stream(DayKind.values())
                        .filter(each -> each.name().equals(days))
                        .findFirst()
                        .orElse(DayKind.WEEK),
                hourOf(hour),
                dayOf(day),
                FormInputParser.text(jurisdiction));
    }

    /** The hours that it is now. */
    static SpotFilter now(Instant now) {
        var local = now.atZone(FormInputParser.ZONE);
        return new SpotFilter(kindOf(local.getDayOfWeek()), local.getHour(), null, null);
    }

    private static DayKind kindOf(DayOfWeek day) {
        return day.getValue() > SATURDAY ? DayKind.WEEKEND : DayKind.WORKING_DAY;
    }

    private static int hourOf(@Nullable String hour) {
        try {
            return hour == null ? EVENING : Math.clamp(Integer.parseInt(hour), 0, LAST_HOUR);
        } catch (NumberFormatException e) {
            return EVENING;
        }
    }

    private static @Nullable LocalDate dayOf(@Nullable String day) {
        try {
            return day == null || day.isBlank() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    public List<DayKind> kinds() {
        return List.of(DayKind.values());
    }

    public boolean isWholeWeek() {
        return days == DayKind.WEEK;
    }

    /** Whether that moment is one of these hours, as dispatch's maps have them. */
    boolean holds(Instant at) {
        if (isWholeWeek()) {
            return true;
        }
        // Two hours before a Saturday's first hour it is Friday.
        var local = at.atZone(FormInputParser.ZONE).toLocalDateTime();
        return IntStream.rangeClosed(-REACH, REACH)
                .mapToObj(local::plusHours)
                .anyMatch(near -> near.getHour() == hour && kindOf(near.getDayOfWeek()) == days);
    }

    /** From when on visits are shown: now, or from the beginning of the day that was chosen. */
    Instant visitsFrom(Instant now) {
        return day == null ? now : day.atStartOfDay(FormInputParser.ZONE).toInstant();
    }

    /** Until when: a day later. */
    Instant visitsUntil(Instant now) {
        return day == null
                ? now.plus(Duration.ofDays(1))
                : day.plusDays(1).atStartOfDay(FormInputParser.ZONE).toInstant();
    }

    /** Whether the territory is the one that was chosen, or lies in it. */
    boolean covers(String territory) {
        return jurisdiction == null || territory.equals(jurisdiction) || territory.startsWith(jurisdiction + "-");
    }

    /** Whether places of a plan for that territory may lie in the chosen one. */
    boolean reaches(String territory) {
        return covers(territory) || (jurisdiction != null && jurisdiction.startsWith(territory + "-"));
    }

    /** As dispatch counts hours: from Monday's first. */
    @Nullable
    Integer hourOfWeek() {
        return switch (days) {
            case WEEK -> null;
            case WORKING_DAY -> hour;
            case WEEKEND -> SATURDAY * HOURS + hour;
        };
    }

    /** Where patrols of the territory are planned. */
    public String planForm() {
        UriBuilder address = UriBuilder.fromPath("/patrol-plans/new");
        if (jurisdiction != null) {
            address.queryParam("jurisdiction", "{territory}").resolveTemplate("territory", jurisdiction);
        }
        return address.build().toString();
    }

    /** The hour that was chosen. */
    public String middle() {
        return clock(hour);
    }

    /** When the window begins and ends: five hours with the chosen one in the middle. */
    public String begins() {
        return clock(hour - REACH);
    }

    public String ends() {
        return clock(hour + REACH + 1);
    }

    private static String clock(int of) {
        return "%02d:00".formatted(Math.floorMod(of, HOURS));
    }

    /** The end of the day that was chosen, or now where that is not over; nothing for the latest map. */
    @Nullable
    String at(Instant now) {
        Instant end = day == null ? null : FormInputParser.moment(day.plusDays(1) + "T00:00", "day");
        return end == null ? null : (end.isAfter(now) ? now : end).toString();
    }

    /** Of when the map is that the chosen one is compared with. */
    Instant before(Instant now) {
        String at = at(now);
        return (at == null ? now : Instant.parse(at)).minus(BETWEEN);
    }
}
