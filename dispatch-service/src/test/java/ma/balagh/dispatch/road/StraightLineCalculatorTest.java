package ma.balagh.dispatch.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StraightLineCalculatorTest {

    private static final GeoPoint CASABLANCA = new GeoPoint(33.5731, -7.5898);
    private static final GeoPoint RABAT = new GeoPoint(34.0209, -6.8416);

    private final TravelTimes travelTimes = SampleTravelTimes.alongStraightLines();

    @Test
    void knowsHowFarRabatIsFromCasablanca() {
        // When
        double metres = CASABLANCA.distanceTo(RABAT);

        // Then
        assertThat(metres).isCloseTo(85_150, within(500.0));
        assertThat(CASABLANCA.distanceTo(CASABLANCA)).isZero();
    }

    @Test
    void timesEachKindAtItsSpeed() {
        // Given
        var starts = List.of(
                new TravelStart("CAR", RABAT), new TravelStart("FOOT", RABAT), new TravelStart("CAR", CASABLANCA));

        // When
        var times = travelTimes.to(CASABLANCA, starts);

        // Then
        double metres = CASABLANCA.distanceTo(RABAT);
        assertThat(times)
                .containsExactly(
                        new TravelTime(metres * 1.35 / (40 / 3.6), metres, TravelBasis.STRAIGHT_LINE),
                        new TravelTime(metres * 1.35 / (6 / 3.6), metres, TravelBasis.STRAIGHT_LINE),
                        new TravelTime(0, 0, TravelBasis.STRAIGHT_LINE));
    }

    @Test
    void knowsHowFarTheFastestComes() {
        assertThat(travelTimes.farthestWithin(1.35 * 3.6)).isCloseTo(50, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "NaN, 0", "0, NaN", "Infinity, 0"})
    void refusesAPlaceThatIsNotOnEarth(double latitude, double longitude) {
        assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(latitude, longitude));
    }
}
