package ma.balagh.accuracy.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The intervals are those of the table in R. G. Newcombe, Statistics in Medicine 17 (1998), method 3: Wilson. */
class ConfidenceRateTest {

    @Test
    void hasWilsonsInterval() {
        check(81, 263, 0.2553, 0.3662);
        check(15, 148, 0.0624, 0.1605);
        check(0, 20, 0, 0.1611);
        check(1, 29, 0.0061, 0.1718);
    }

    @Test
    void saysCountShareAndInterval() {
        assertThat(ConfidenceRate.of(15, 148)).hasToString("15 of 148 (10.1 %, 6.24 to 16.05 %)");
        assertThat(ConfidenceRate.of(0, 0)).hasToString("0 of 0");
        assertThat(ConfidenceRate.of(0, 0).percent()).isEqualTo("–");
    }

    @Test
    void refusesMoreThanAll() {
        assertThatThrownBy(() -> ConfidenceRate.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void check(int count, int of, double lower, double upper) {
        assertThat(ConfidenceRate.of(count, of).lower()).isCloseTo(lower, within(0.00005));
        assertThat(ConfidenceRate.of(count, of).upper()).isCloseTo(upper, within(0.00005));
    }
}
