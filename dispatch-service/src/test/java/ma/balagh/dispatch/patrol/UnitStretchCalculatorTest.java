package ma.balagh.dispatch.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.balagh.dispatch.unit.SampleUnits;
import org.junit.jupiter.api.Test;

/** Of a unit that came on duty at eight, twelve hours of which are the most. */
class UnitStretchCalculatorTest {

    private static final Instant MORNING = Instant.parse("2026-11-25T08:00:00Z");

    private final UnitStretchCalculator stretches =
            new UnitStretchCalculator(PatrolledCity.config(), SampleUnits.RULES);

    @Test
    void givesAUnitItsShiftWhereItCanRestBefore() {
        assertThat(inShift(14, 0)).hasValueSatisfying(unit -> {
            assertThat(unit.fromAt()).isEqualTo(at(14));
            assertThat(unit.toAt()).isEqualTo(at(22));
        });
    }

    @Test
    void keepsToTheDutyThatGoesOnWhereItCannot() {
        assertThat(inShift(14, 10)).isEmpty();
        assertThat(inShift(9, 1)).hasValueSatisfying(unit -> {
            assertThat(unit.fromAt()).isEqualTo(at(9));
            assertThat(unit.toAt()).isEqualTo(at(12));
        });
    }

    /** In a shift of eight hours. */
    private Optional<PatrolUnit> inShift(long begins, long now) {
        return stretches.stretch(
                SampleUnits.planned("STRETCH-1", null, at(begins)),
                at(begins),
                at(begins + 8),
                at(now),
                List.of(),
                new SlotGenerator(1, 1));
    }

    private static Instant at(long hours) {
        return MORNING.plus(Duration.ofHours(hours));
    }
}
