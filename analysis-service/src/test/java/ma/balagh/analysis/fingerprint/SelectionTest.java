package ma.balagh.analysis.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class SelectionTest {

    @Property
    void findsWhatSortingPutsThere(@ForAll @Size(min = 1, max = 40) @DoubleRange(min = -4, max = 4) double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int k = 0; k < values.length; k++) {
            assertThat(Selection.select(values, 0, k)).isEqualTo(sorted[k]);
            // Then: what comes after it can be selected among the rest alone
            assertThat(Selection.select(values, k, values.length - 1)).isEqualTo(sorted[values.length - 1]);
        }
    }
}
