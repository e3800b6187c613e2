package ma.balagh.dispatch.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.balagh.dispatch.unit.Position;
import org.junit.jupiter.api.Test;

class VisitPresenceCalculatorTest {

    private static final Instant BEGIN = Instant.parse("2026-12-01T20:00:00Z");

    private final VisitPresenceCalculator calculator = new VisitPresenceCalculator(Duration.ofMinutes(3));

    @Test
    void countsFromEnteringToLeaving() {
        // When
        var presence = calculator.of(
                List.of(away(0), there(60), there(120), there(180), away(240)), VisitPresenceCalculatorTest::isThere);

        // Then
        assertThat(presence).isEqualTo(new VisitPresence(BEGIN.plusSeconds(60), BEGIN.plusSeconds(240), 180));
    }

    @Test
    void countsEachStay() {
        // When
        var presence = calculator.of(
                List.of(there(0), away(60), away(120), there(180), there(240)), VisitPresenceCalculatorTest::isThere);

        // Then
        assertThat(presence).isEqualTo(new VisitPresence(BEGIN, BEGIN.plusSeconds(240), 120));
    }

    @Test
    void countsNothingThatNobodyKnows() {
        // Given a unit whose positions fail for ten minutes
        var presence = calculator.of(
                List.of(there(0), there(60), there(660), there(720)), VisitPresenceCalculatorTest::isThere);

        // Then
        assertThat(presence.seconds()).isEqualTo(120);
    }

    @Test
    void countsNothingWhereTheUnitWasNotSeen() {
        assertThat(calculator.of(List.of(away(0), away(60)), VisitPresenceCalculatorTest::isThere))
                .isEqualTo(VisitPresence.NONE);
        assertThat(calculator.of(List.of(), VisitPresenceCalculatorTest::isThere))
                .isEqualTo(VisitPresence.NONE);
    }

    private static boolean isThere(Position position) {
        return position.latitude() > 33.5;
    }

    private static Position there(int seconds) {
        return new Position(33.6, -7.6, BEGIN.plusSeconds(seconds));
    }

    private static Position away(int seconds) {
        return new Position(33.4, -7.6, BEGIN.plusSeconds(seconds));
    }
}
