package ma.balagh.portal.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import ma.balagh.portal.shell.FormInputParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatrolPlanFormTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T14:10, 2026-12-01T20:00, 2026-12-02T04:00",
        "2026-12-01T19:30, 2026-12-01T20:00, 2026-12-02T04:00",
        "2026-12-01T22:15, 2026-12-01T23:00, 2026-12-02T04:00",
        "2026-12-01T23:15, 2026-12-02T00:00, 2026-12-02T04:00",
        "2026-12-02T02:59, 2026-12-02T03:00, 2026-12-02T04:00",
        "2026-12-02T03:00, 2026-12-02T20:00, 2026-12-03T04:00"
    })
    void isForTheNight(LocalDateTime now, String from, String to) {
        // When
        var form = PatrolPlanForm.empty(
                "key", null, null, now.atZone(FormInputParser.ZONE).toInstant());

        // Then
        assertThat(form.from()).isEqualTo(from);
        assertThat(form.to()).isEqualTo(to);
    }
}
