package ma.balagh.intake.source.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class MissRateTest {

    @Test
    void saysNothingBeforeAnybodyLooked() {
        assertThat(MissRate.of(10, 0, 0)).isEqualTo(new MissRate(10, 0, 0, null, null, null));
    }

    /** The interval of Wilson's formula for 5 of 100, as standard software gives it. */
    @Test
    void boundsTheShare() {
        // When
        MissRate rate = MissRate.of(200, 100, 5);
        // Then
        assertThat(rate.rate()).isEqualTo(0.05);
        assertThat(rate.low()).isCloseTo(0.0215, within(0.0005));
        assertThat(rate.high()).isCloseTo(0.1118, within(0.0005));
        assertThat(MissRate.of(10, 10, 0).low()).isZero();
        assertThat(MissRate.of(10, 10, 10).high()).isEqualTo(1);
    }
}
