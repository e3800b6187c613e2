package ma.balagh.dispatch.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MinimumCostMatcherTest {

    @Property(tries = 500)
    void costsAsLittleAsTheBestOfAllMatchings(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(max = 3) int spare,
            @ForAll @IntRange(min = 1, max = 1_000) int range,
            @ForAll long seed) {
        // Given
        var random = new Random(seed);
        var costs = table(rows, rows + spare, () -> random.nextInt(range));

        // When
        int[] columns = MinimumCostMatcher.match(costs);

        // Then
        assertThat(columns).doesNotHaveDuplicates().hasSize(rows);
        assertThat(cost(costs, columns)).isCloseTo(cheapest(costs, 0, new boolean[rows + spare]), within(1e-6));
    }

    @Test
    void leavesTheNearerUnitToWhoNeedsItMore() {
        // Given
        var costs = new double[][] {{100, 200}, {110, 900}};

        // When // Then
        assertThat(MinimumCostMatcher.match(costs)).containsExactly(1, 0);
    }

    @Test
    void takesTheFirstOfEqualColumns() {
        assertThat(MinimumCostMatcher.match(new double[][] {{7, 7, 7}, {7, 7, 7}}))
                .isEqualTo(MinimumCostMatcher.match(new double[][] {{7, 7, 7}, {7, 7, 7}}));
        assertThat(MinimumCostMatcher.match(new double[][] {{9, 7, 7}})).containsExactly(1);
    }

    @Test
    void matchesNothingWithNothing() {
        assertThat(MinimumCostMatcher.match(new double[0][0])).isEmpty();
    }

    @Test
    void refusesMoreRowsThanColumns() {
        assertThatThrownBy(() -> MinimumCostMatcher.match(new double[][] {{1}, {2}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 rows");
    }

    static double[][] table(int rows, int columns, DoubleSupplier cost) {
        var table = new double[rows][columns];
        for (var row : table) {
            Arrays.setAll(row, column -> cost.getAsDouble());
        }
        return table;
    }

    private static double cost(double[][] costs, int[] columns) {
        return IntStream.range(0, columns.length)
                .mapToDouble(row -> costs[row][columns[row]])
                .sum();
    }

    private static double cheapest(double[][] costs, int row, boolean[] taken) {
        if (row == costs.length) {
            return 0;
        }
        double cheapest = Double.POSITIVE_INFINITY;
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                cheapest = Math.min(cheapest, costs[row][column] + cheapest(costs, row + 1, taken));
                taken[column] = false;
            }
        }
        return cheapest;
    }
}
