package ma.balagh.dispatch.blackspot;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The hours of the week that a map is made of.
 *
 * @param days null for the whole week
 * @param hour 0 to 23, in the middle of the window; null for the whole week
 */
record WeekWindow(@Nullable DayKind days, @Nullable Integer hour) {

    /** All hours. */
    static final WeekWindow WHOLE_WEEK = new WeekWindow(null, null);

    private static final int HOURS_OF_DAY = 24;

    /** Hours before and after the one in the middle. */
    private static final int REACH = 2;

    private static final int DAYS_OF_WEEK = 7;

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Days that are alike. */
    enum DayKind {
        WORKING_DAY,
        WEEKEND;

        static DayKind of(DayOfWeek day) {
            return WeekWindow.WEEKEND.contains(day) ? WEEKEND : WORKING_DAY;
        }
    }

    /** The whole week first, then each hour of each kind of day. */
    static List<WeekWindow> all() {
        var windows = new ArrayList<WeekWindow>();
        windows.add(WHOLE_WEEK);
        for (var days : DayKind.values()) {
            for (int hour = 0; hour < HOURS_OF_DAY; hour++) {
                windows.add(new WeekWindow(days, hour));
            }
        }
        return windows;
    }

    /** @param hourOfWeek 0 for Monday's first hour, to 167; null for the whole week */
    static WeekWindow of(@Nullable Integer hourOfWeek) {
        return hourOfWeek == null
                ? WHOLE_WEEK
                : new WeekWindow(DayKind.of(DayOfWeek.of(hourOfWeek / HOURS_OF_DAY + 1)), hourOfWeek % HOURS_OF_DAY);
    }

    /** Of the hour that a moment lies in. */
    static WeekWindow at(ZonedDateTime moment) {
        return new WeekWindow(DayKind.of(moment.getDayOfWeek()), moment.getHour());
    }

    /**
     * What falls on one hour, of what happens in the window, were its hours alike and all days of its kind: so much in thirty
     * days like these as the window's rate says of thirty days of all kinds.
     */
    double shareOfHour() {
        if (isWholeWeek()) {
            return 1.0 / HOURS_OF_DAY;
        }
        int weekend = WEEKEND.size();
        double ofKind = days == DayKind.WEEKEND ? weekend : DAYS_OF_WEEK - weekend;
        return DAYS_OF_WEEK / ofKind / (2 * REACH + 1);
    }

    boolean isWholeWeek() {
        return hour == null;
    }

    /** Incidents whose time nobody knows belong to the whole week alone. */
    boolean holds(VerifiedIncident incident, ZoneId zone) {
        if (hour == null) {
            return true;
        }
        return incident.isTimed() && holds(incident.at(), zone, hour);
    }

    /** Two hours before a Saturday's first hour it is Friday. */
    private boolean holds(Instant at, ZoneId zone, int middle) {
        var local = at.atZone(zone).toLocalDateTime();
        return IntStream.rangeClosed(-REACH, REACH)
                .mapToObj(local::plusHours)
                .anyMatch(near -> near.getHour() == middle && DayKind.of(near.getDayOfWeek()) == days);
    }
}
