package ma.balagh.accuracy.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import ma.balagh.accuracy.metric.IntervalSet.Interval;
import org.junit.jupiter.api.Test;

/** The examples are those of {@code IntervalTest} in facebookresearch/vsc2022, tests/test_metrics.py. */
class IntervalSetTest {

    private static final IntervalSet A = intervals(2, 5, 7, 8);

    @Test
    void knowsWhatTwoHaveInCommon() {
        assertThat(A.commonLength(intervals(1, 3, 4, 7))).isCloseTo(2, within(1e-9));
        assertThat(A.commonLength(intervals(-1, 0, 3.5, 12))).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void countsWhatOverlapsOnce() {
        assertThat(intervals(0, 4, 3, 5, 1, 2).length()).isCloseTo(5, within(1e-9));
    }

    private static IntervalSet intervals(double... ends) {
        return IntervalSet.of(
                Stream.iterate(0, k -> k < ends.length, k -> k + 2).map(k -> new Interval(ends[k], ends[k + 1])));
    }
}
