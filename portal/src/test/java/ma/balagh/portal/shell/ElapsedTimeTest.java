package ma.balagh.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTimeTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S,MILLIS,0,0",
        "PT0.034S,MILLIS,34,0",
        "PT1.04S,SECONDS,1,0",
        "PT24.56S,SECONDS,25,0",
        "PT59.96S,MINUTES,1,0",
        "PT1M29.6S,MINUTES,1,30",
        "PT59M59.5S,HOURS,1,0",
        "PT1H27M31S,HOURS,1,28",
        "PT23H59M40S,DAYS,1,0",
        "PT47H40M,DAYS,2,0",
        "PT-3S,MILLIS,0,0"
    })
    void roundsToTheSmallerOfTwoUnits(Duration length, ElapsedTime.Unit unit, long major, long minor) {
        assertThat(ElapsedTime.of(length)).isEqualTo(new ElapsedTime(unit, major, minor));
    }
}
