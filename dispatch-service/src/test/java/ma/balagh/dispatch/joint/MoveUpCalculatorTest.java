package ma.balagh.dispatch.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import ma.balagh.dispatch.road.GeoPoint;
import org.junit.jupiter.api.Test;

/** Three places in a row; each is reached only from within a tenth of a degree. */
class MoveUpCalculatorTest {

    private static final GeoPoint WEST = new GeoPoint(33.5, -8.0);
    private static final GeoPoint MIDDLE = new GeoPoint(33.5, -7.5);
    private static final GeoPoint EAST = new GeoPoint(33.5, -7.0);
    private static final List<GeoPoint> PLACES = List.of(WEST, MIDDLE, EAST);

    private final MoveUpCalculator calculator = new MoveUpCalculator(
            new CoverageCalculator(new double[] {5, 3, 2.5}, 0.4),
            new MoveUpCalculator.Geography() {
                @Override
                public boolean[] reach(String kind, GeoPoint from) {
                    var reach = new boolean[PLACES.size()];
                    for (int place = 0; place < reach.length; place++) {
                        reach[place] = isWithin(from, PLACES.get(place), 0.1);
                    }
                    return reach;
                }

                @Override
                public boolean isNear(IdleUnit unit, GeoPoint post) {
                    return isWithin(unit.place(), post, 0.6);
                }
            },
            0.02);

    @Test
    void sendsTheUnitThatIsMissedLeastToTheGap() {
        // Given
        var idle = List.of(unit("A", MIDDLE), unit("B", MIDDLE), unit("C", WEST));

        // When
        var moves = calculator.moves(idle, PLACES, 1);

        // Then: 2.5 × 0.6 more in the east, 3 × 0.24 less in the middle, of 10.5
        assertThat(moves).singleElement().satisfies(move -> {
            assertThat(move.unit().callSign()).isEqualTo("A");
            assertThat(move.post()).isEqualTo(EAST);
            assertThat(move.gain()).isCloseTo((2.5 * 0.6 - 3 * 0.24) / 10.5, within(1e-9));
        });
    }

    @Test
    void reckonsEachMoveAfterThoseBeforeIt() {
        // Given
        var idle = List.of(unit("A", MIDDLE), unit("B", MIDDLE), unit("C", MIDDLE), unit("D", MIDDLE));

        // When
        var moves = calculator.moves(idle, PLACES, 3);

        // Then
        assertThat(moves).extracting(MoveUpCalculator.Move::post).containsExactly(WEST, EAST, WEST);
        assertThat(moves).extracting(move -> move.unit().callSign()).containsExactly("A", "B", "C");
    }

    @Test
    void movesNobodyForNothing() {
        assertThat(calculator.moves(List.of(unit("A", WEST), unit("B", MIDDLE), unit("C", EAST)), PLACES, 3))
                .isEmpty();
        assertThat(calculator.moves(List.of(), PLACES, 3)).isEmpty();
        assertThat(calculator.moves(List.of(unit("A", WEST)), List.of(), 3)).isEmpty();
    }

    @Test
    void movesNobodyTooFar() {
        // Given
        var idle = List.of(unit("A", EAST), unit("B", EAST));

        // When
        var moves = calculator.moves(idle, List.of(WEST), 1);

        // Then
        assertThat(moves).isEmpty();
    }

    private static boolean isWithin(GeoPoint one, GeoPoint other, double degrees) {
        return Math.abs(one.longitude() - other.longitude()) <= degrees;
    }

    private static IdleUnit unit(String callSign, GeoPoint place) {
        return SampleIdleUnits.unit(callSign, "CAR", List.of(), "MA-CAS", place);
    }
}
