package ma.balagh.dispatch.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CoverageCalculatorTest {

    private static final double EXACTLY = 1e-9;

    @Test
    void expectsOfTwoUnitsMoreThanOfOne() {
        // Given
        var coverage = new CoverageCalculator(new double[] {3, 1}, 0.4);

        // Then
        assertThat(coverage.covered(new boolean[][] {{true, false}})).isCloseTo(0.75 * 0.6, within(EXACTLY));
        assertThat(coverage.covered(new boolean[][] {{true, false}, {true, true}}))
                .isCloseTo(0.75 * 0.84 + 0.25 * 0.6, within(EXACTLY));
        assertThat(coverage.covered(new boolean[0][])).isZero();
    }

    @Test
    void missesNothingWhereNothingIsExpected() {
        assertThat(new CoverageCalculator(new double[0], 0.4).covered(new boolean[][] {{}}))
                .isEqualTo(1);
    }

    @Property(tries = 200)
    void losesWhatIsNoLongerCovered(
            @ForAll @IntRange(min = 1, max = 6) int units,
            @ForAll @IntRange(min = 1, max = 8) int places,
            @ForAll long seed) {
        // Given
        var random = new Random(seed);
        var reach = reach(random, units, places);
        var demand = random.doubles(places, 0.1, 5).toArray();
        double total = Arrays.stream(demand).sum();
        var coverage = new CoverageCalculator(demand, 0.3);

        // When
        var losses = coverage.losses(reach);

        // Then
        var others = Arrays.copyOfRange(reach, 1, units);
        assertThat(losses[0] / total).isCloseTo(coverage.covered(reach) - coverage.covered(others), within(EXACTLY));
    }

    @Property(tries = 200)
    void improvesByWhatIsCoveredInAddition(
            @ForAll @IntRange(min = 1, max = 6) int units,
            @ForAll @IntRange(min = 1, max = 8) int places,
            @ForAll long seed) {
        // Given
        var random = new Random(seed);
        var before = reach(random, units, places);
        var after = before.clone();
        after[0] = reach(random, 1, places)[0];
        var coverage = new CoverageCalculator(random.doubles(places, 0.1, 5).toArray(), 0.3);

        // When
        double improvement = coverage.improvement(coverage.unitsAt(before), before[0], after[0]);

        // Then
        assertThat(improvement).isCloseTo(coverage.covered(after) - coverage.covered(before), within(EXACTLY));
    }

    private static boolean[][] reach(Random random, int units, int places) {
        var reach = new boolean[units][places];
        for (var row : reach) {
            for (int place = 0; place < places; place++) {
                row[place] = random.nextBoolean();
            }
        }
        return reach;
    }
}
