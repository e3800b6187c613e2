package ma.balagh.dispatch.blackspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.time.ZoneId;
import ma.balagh.contracts.IdGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekWindowTest {

    private static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");
    /** Of a Saturday's first hour, and of a Monday's. */
    private static final WeekWindow SATURDAY = WeekWindow.of(5 * 24);

    private static final WeekWindow MONDAY = WeekWindow.of(0);

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T21:59, false, false",
        "2026-11-27T22:00, true, false",
        "2026-11-28T02:59, true, false",
        "2026-11-28T03:00, false, false",
        "2026-11-28T23:30, true, false",
        "2026-11-29T23:30, false, true",
        "2026-11-30T02:59, false, true",
        "2026-12-01T23:30, false, true"
    })
    void reachesFromADayIntoTheNext(LocalDateTime at, boolean ofSaturday, boolean ofMonday) {
        // Given: a Friday and the days after it
        var incident = incident(at);

        // Then
        assertThat(SATURDAY.holds(incident, ZONE)).isEqualTo(ofSaturday);
        assertThat(MONDAY.holds(incident, ZONE)).isEqualTo(ofMonday);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-25T12:00", "2026-11-27T23:10", "2026-11-29T22:45", "2026-11-28T00:00"})
    void holdsEachIncidentInFiveHoursAndInTheWeek(LocalDateTime at) {
        assertThat(WeekWindow.all())
                .filteredOn(window -> window.holds(incident(at), ZONE))
                .hasSize(6);
    }

    /** One a day in each of five hours, on working days alone or at weekends alone. */
    @Test
    void countsAnHourAlikeOnWhateverDays() {
        double month = 30;
        assertThat(5 * month * 5 / 7 * WeekWindow.of(20).shareOfHour()).isEqualTo(month, within(1e-9));
        assertThat(5 * month * 2 / 7 * SATURDAY.shareOfHour()).isEqualTo(month, within(1e-9));
        assertThat(24 * month * WeekWindow.WHOLE_WEEK.shareOfHour()).isEqualTo(month, within(1e-9));
    }

    private static VerifiedIncident incident(LocalDateTime at) {
        return new VerifiedIncident(
                IdGenerator.next(), "MA-CAS", 33.59, -7.61, at.atZone(ZONE).toInstant(), true, null);
    }
}
