package ma.balagh.dispatch.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import ma.balagh.dispatch.road.GeoPoint;
import org.junit.jupiter.api.Test;

class SimulatedWeekTest {

    private static final double TARGET = 480;
    private static final GeoPoint WEST = new GeoPoint(33.55, -7.70);
    private static final GeoPoint EAST = new GeoPoint(33.55, -7.62);

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(SimulatedWeek.of(7, TARGET)).isEqualTo(SimulatedWeek.of(7, TARGET));
        assertThat(SimulatedWeek.of(7, TARGET).calls())
                .isNotEqualTo(SimulatedWeek.of(8, TARGET).calls());
    }

    @Test
    void hasACallEveryTenMinutesAndMoreInTheEvening() {
        // When
        var calls = SimulatedWeek.of(1, TARGET).calls();

        // Then
        assertThat(calls).hasSizeBetween(900, 1_120);
        assertThat(calls.stream().filter(call -> hour(call) >= 18 && hour(call) < 22))
                .hasSizeGreaterThan((int) (2.5
                        * calls.stream()
                                .filter(call -> hour(call) >= 2 && hour(call) < 6)
                                .count()));
    }

    @Test
    void needsForesightToSpareTheOnlyUnitOfTheWest() {
        // Given: west and east are too far apart; the second call is in the west and both western units must not be
        // gone
        var calls =
                List.of(call(0, new GeoPoint(33.55, -7.6601)), call(60, new GeoPoint(33.55, -7.6601)), call(120, WEST));
        var week = new SimulatedWeek(calls, List.of(WEST, WEST, EAST, EAST), List.of());
        var runner = new WeekRunner(week, TARGET);

        // When
        var nearest = runner.run(DispatchPolicy.nearest(week));
        var hindsight = runner.outcome(new HindsightCalculator(week, TARGET).solve());

        // Then
        assertThat(nearest.late()).isEqualTo(1);
        assertThat(hindsight.late()).isZero();
    }

    @Test
    void isNeverLaterInHindsightThanByAnyChoice() {
        // Given
        var week = SimulatedWeek.of(11, TARGET);
        var day = new SimulatedWeek(
                week.calls().stream().filter(call -> call.at() < 86_400).toList(), week.posts(), week.past());
        var runner = new WeekRunner(day, TARGET);

        // When
        int best = runner.outcome(new HindsightCalculator(day, TARGET).solve()).late();

        // Then
        assertThat(best)
                .isLessThanOrEqualTo(runner.run(DispatchPolicy.nearest(day)).late());
        IntStream.range(0, 20)
                .forEach(seed -> assertThat(best)
                        .isLessThanOrEqualTo(runner.run(anyOf(seed)).late()));
    }

    private static DispatchPolicy anyOf(int seed) {
        var random = new Random(seed);
        return (call, idle) -> Collections.unmodifiableList(idle).get(random.nextInt(idle.size()));
    }

    private static double hour(SimulatedCall call) {
        return call.at() / 3_600 % 24;
    }

    private static SimulatedCall call(double at, GeoPoint place) {
        return new SimulatedCall(at, place, 3_600);
    }
}
