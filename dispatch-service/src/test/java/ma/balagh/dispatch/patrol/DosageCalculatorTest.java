package ma.balagh.dispatch.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DosageCalculatorTest {

    @Test
    void sharesByWeightWithTheLargestRemainders() {
        assertThat(DosageCalculator.share(10, new double[] {5, 3, 2}, new int[] {20, 20, 20}))
                .containsExactly(5, 3, 2);
        assertThat(DosageCalculator.share(4, new double[] {1, 1, 1}, new int[] {20, 20, 20}))
                .containsExactly(2, 1, 1);
    }

    @Test
    void givesToOthersWhatDoesNotFit() {
        assertThat(DosageCalculator.share(10, new double[] {8, 1, 1}, new int[] {4, 20, 20}))
                .containsExactly(4, 3, 3);
        assertThat(DosageCalculator.share(100, new double[] {8, 1}, new int[] {4, 3}))
                .containsExactly(4, 3);
    }

    @Property
    void givesAllThatFits(
            @ForAll @IntRange(max = 400) int total,
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0.01, max = 50) Double> weights,
            @ForAll @IntRange(min = 1, max = 12) int most) {
        // Given
        var limits = new int[weights.size()];
        Arrays.fill(limits, most);

        // When
        var shares = DosageCalculator.share(
                total, weights.stream().mapToDouble(Double::doubleValue).toArray(), limits);

        // Then
        assertThat(Arrays.stream(shares).sum()).isEqualTo(Math.min(total, most * weights.size()));
        assertThat(Arrays.stream(shares).boxed())
                .allSatisfy(share -> assertThat(share).isBetween(0, most));
    }
}
