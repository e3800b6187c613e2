package ma.balagh.intake.obtain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class RetryDelayCalculatorTest {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(6);

    @Property
    void pausesLongerEachTimeUpToALongest(@ForAll @IntRange(min = 0, max = 1_000_000) int failures) {
        // When
        Duration pause = RetryDelayCalculator.after(failures, null, FIRST, LONGEST);
        // Then
        Duration ceiling = failures > 11 ? LONGEST : FIRST.multipliedBy(1L << Math.max(failures - 1, 0));
        ceiling = ceiling.compareTo(LONGEST) > 0 ? LONGEST : ceiling;
        assertThat(pause).isBetween(ceiling.dividedBy(2), ceiling);
    }

    @Property
    void neverComesBeforeTheServerWants(
            @ForAll @IntRange(min = 0, max = 40) int failures, @ForAll @IntRange(min = 0, max = 100_000) int seconds) {
        // Given
        Duration asked = Duration.ofSeconds(seconds);
        // Then
        assertThat(RetryDelayCalculator.after(failures, asked, FIRST, LONGEST)).isGreaterThanOrEqualTo(asked);
    }
}
