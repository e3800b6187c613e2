package ma.balagh.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import ma.balagh.dispatch.plan.FreeTimeCalculator.PastEngagement;
import ma.balagh.dispatch.unit.UnitStatus;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FreeTimeCalculatorTest {

    private static final String CASABLANCA = "MA-CAS";

    @Test
    void takesTheMedianOfWhatWasLeftForThoseThatLastedAsLong() {
        // Given
        var calculator = calculator(100, 200, 600, 700, 900, 1_000, 2_000);

        // When // Then
        assertThat(left(calculator, 0)).hasValue(700);
        assertThat(left(calculator, 300)).hasValue(600);
        assertThat(left(calculator, 250)).hasValue(650);
    }

    @Test
    void saysNothingWhereTooFewLastedAsLong() {
        // Given
        var calculator = calculator(100, 200, 600, 700, 900, 1_000, 2_000);

        // When // Then
        assertThat(left(calculator, 600)).isEmpty();
        assertThat(calculator.secondsUntilFree("MA-RBA", UnitStatus.ON_SCENE, Duration.ZERO))
                .isEmpty();
        assertThat(calculator.secondsUntilFree(CASABLANCA, UnitStatus.EN_ROUTE, Duration.ZERO))
                .isEmpty();
    }

    @Test
    void takesTheMiddleOfTwo() {
        assertThat(left(calculator(100, 200, 300, 400, 500, 600), 0)).hasValue(350);
    }

    @Property(tries = 200)
    void leavesAsManyAboveAsBelow(
            @ForAll @Size(min = 5, max = 40) List<@LongRange(min = 1, max = 50) Long> seconds,
            @ForAll @LongRange(max = 50) long elapsed) {
        // Given
        var calculator = calculator(seconds.stream().mapToLong(Long::longValue).toArray());

        // When
        var left = left(calculator, elapsed);

        // Then
        long lasted = seconds.stream().filter(each -> each > elapsed).count();
        assertThat(left.isPresent()).isEqualTo(lasted >= 5);
        left.ifPresent(median -> {
            assertThat(median).isPositive();
            assertThat(seconds.stream().filter(each -> each > elapsed + median).count())
                    .isLessThanOrEqualTo((lasted + 1) / 2);
        });
    }

    private static OptionalLong left(FreeTimeCalculator calculator, long elapsed) {
        return calculator.secondsUntilFree(CASABLANCA, UnitStatus.ON_SCENE, Duration.ofSeconds(elapsed));
    }

    private static FreeTimeCalculator calculator(long... seconds) {
        return new FreeTimeCalculator(
                LongStream.of(seconds)
                        .mapToObj(each -> new PastEngagement(CASABLANCA, UnitStatus.ON_SCENE, each))
                        .toList(),
                5);
    }
}
