package ma.balagh.analysis.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MedianSelectorTest {

    @Property
    void dividesAsSortingWould(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = -(1 << 30), max = (1 << 30) - 1) Integer> values) {
        dividesAsSorted(values.stream().mapToInt(Integer::intValue).toArray());
    }

    @Property
    void dividesAsSortingWouldWhereManyAreEqual(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = -3, max = 3) Integer> values) {
        dividesAsSorted(values.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void dividesAsSorted(int[] values) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int count = 0; count < values.length; count++) {
            // Given
            int wanted = sorted[values.length - 1 - count];

            // When
            int threshold = MedianSelector.exceededBy(count, values);

            // Then
            for (int value : values) {
                assertThat(MedianSelector.isGreater(value, threshold)).isEqualTo(value > wanted ? 1 : 0);
            }
        }
    }
}
