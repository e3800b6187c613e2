package ma.balagh.dispatch.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import ma.balagh.http.ProblemException;
import org.junit.jupiter.api.Test;

class UnitTest {

    private static final Instant MORNING = Instant.parse("2026-11-25T08:00:00Z");

    private final Unit unit = SampleUnits.named("DUTY-1");

    @Test
    void countsHoursFromWhenItCameOnDuty() {
        // Then
        assertThat(unit.onDutySince()).isEqualTo(MORNING);
        assertThat(hindrancesAfter(11, 59)).isEmpty();
        assertThat(hindrancesAfter(12, 0)).containsExactly(UnitHindrance.OVER_HOURS);
    }

    @Test
    void goesOnWithTheSameDutyAfterTooShortARest() {
        // When
        off(8);
        on(12);

        // Then
        assertThat(unit.onDutySince()).isEqualTo(MORNING);
        assertThat(hindrancesAfter(12, 0)).containsExactly(UnitHindrance.OVER_HOURS);
    }

    @Test
    void beginsANewDutyAfterAFullRest() {
        // When
        off(8);
        on(19);

        // Then
        assertThat(unit.onDutySince()).isEqualTo(MORNING.plus(Duration.ofHours(19)));
        assertThat(hindrancesAfter(30, 0)).isEmpty();
    }

    @Test
    void restsUntilItsRestIsOver() {
        // When
        off(8);

        // Then
        assertThat(hindrancesAfter(18, 59)).containsExactly(UnitHindrance.RESTING);
        assertThat(hindrancesAfter(19, 0)).isEmpty();
    }

    @Test
    void worksWithinItsShiftAlone() {
        // When
        unit.plan(new UnitShift(MORNING.plus(Duration.ofHours(1)), MORNING.plus(Duration.ofHours(9))), MORNING);

        // Then
        assertThat(hindrancesAfter(0, 59)).containsExactly(UnitHindrance.OFF_SHIFT);
        assertThat(hindrancesAfter(1, 0)).isEmpty();
        assertThat(hindrancesAfter(8, 59)).isEmpty();
        assertThat(hindrancesAfter(9, 0)).containsExactly(UnitHindrance.OFF_SHIFT);
    }

    @Test
    void forgetsWhyItWasBusyOnceItIsNot() {
        // Given
        unit.report(UnitStatus.BUSY, BusyReason.BREAK, SampleUnits.RULES, MORNING);
        assertThat(unit.busyReason()).isEqualTo(BusyReason.BREAK);

        // When
        unit.report(UnitStatus.AVAILABLE, null, SampleUnits.RULES, MORNING);

        // Then
        assertThat(unit.busyReason()).isNull();
        assertThat(unit.onDutySince()).isEqualTo(MORNING);
    }

    @Test
    void isBusyWithAReasonAndHasNoneElse() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> unit.report(UnitStatus.BUSY, null, SampleUnits.RULES, MORNING));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> unit.report(UnitStatus.AVAILABLE, BusyReason.BREAK, SampleUnits.RULES, MORNING));
    }

    private Set<UnitHindrance> hindrancesAfter(long hours, long minutes) {
        return unit.hindrances(
                SampleUnits.RULES, MORNING.plus(Duration.ofHours(hours)).plus(Duration.ofMinutes(minutes)));
    }

    private void off(long hours) {
        unit.report(UnitStatus.OFF_DUTY, null, SampleUnits.RULES, MORNING.plus(Duration.ofHours(hours)));
    }

    private void on(long hours) {
        unit.report(UnitStatus.AVAILABLE, null, SampleUnits.RULES, MORNING.plus(Duration.ofHours(hours)));
    }
}
