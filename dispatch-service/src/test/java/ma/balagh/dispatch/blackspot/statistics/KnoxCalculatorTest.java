package ma.balagh.dispatch.blackspot.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The example of pointpats at commit 524296c551488998a26000c072d69b76ca095d68, {@code pointpats/tests/test_spacetime.py}:
 * Burkitt's lymphoma, as libpysal has it at commit 300dc17391a5b6a75b8aeb1a9d52d037a362385d.
 */
class KnoxCalculatorTest {

    private static final double DELTA = 20;
    private static final double TAU = 5;

    private final List<double[]> cases = burkitt();
    private final List<SpacePoint> points =
            cases.stream().map(one -> new SpacePoint(one[0], one[1], 0)).toList();
    private final double[] times = cases.stream().mapToDouble(one -> one[2]).toArray();

    @Test
    void equalsTheTableThatPointpatsPublishes() {
        // When
        var result = KnoxCalculator.calculate(points, times, DELTA, TAU, 0, 1);

        // Then
        assertThat(result.events()).isEqualTo(188);
        assertThat(result.observed()).isEqualTo(13);
        assertThat(result.nearInSpace()).isEqualTo(13 + 3416);
        assertThat(result.nearInTime()).isEqualTo(13 + 39);
        // Published with nine digits.
        assertThat(result.expected()).isCloseTo(10.1438161, within(1e-6));
        assertThat(result.pPoisson()).isCloseTo(0.14624558197140414, within(1e-6));
    }

    /** 0.21 from 99 permutations in {@code test_knox}; 0.17 in the documentation of the function before it. */
    @Test
    void equalsThePseudoPValuesWithinTheErrorOfSampling() {
        // When
        var result = KnoxCalculator.calculate(points, times, DELTA, TAU, 9_999, 1);

        // Then
        assertThat(result.pGreater()).isCloseTo(0.21, within(4 * Math.sqrt(0.21 * 0.79 / 99)));
        assertThat(result.pGreater()).isCloseTo(0.17, within(4 * Math.sqrt(0.17 * 0.83 / 99)));
        // Both count the permutations that come to as many.
        assertThat(result.pGreater() + result.pLesser()).isBetween(1.0, 1.2);
        assertThat(result.pValue()).isEqualTo(2 * result.pGreater());
    }

    @Test
    void findsRepeatsThatArePlantedAndNoneWhereTimeSaysNothing() {
        // Given two events at each of many places, a day apart, and the same places with times dealt out anew.
        var planted = IntStream.range(0, 100)
                .mapToObj(k -> new SpacePoint(1000.0 * (k / 2), 0, 0))
                .toList();
        double[] near =
                IntStream.range(0, 100).mapToDouble(k -> 30.0 * (k / 2) + k % 2).toArray();
        double[] far =
                IntStream.range(0, 100).mapToDouble(k -> 30.0 * (k * 37 % 100)).toArray();

        // Then
        assertThat(KnoxCalculator.calculate(planted, near, 100, 2, 999, 1).pGreater())
                .isEqualTo(0.001);
        assertThat(KnoxCalculator.calculate(planted, far, 100, 2, 999, 1).pGreater())
                .isEqualTo(1);
    }

    @Test
    void bearsNoEvents() {
        var none = KnoxCalculator.calculate(List.of(), new double[0], 1, 1, 99, 1);

        assertThat(none).isEqualTo(new KnoxResult(0, 0, 0, 0, 0, 1, 1, 1));
        assertThat(none.ratio()).isEqualTo(1);
    }

    private static List<double[]> burkitt() {
        try (var file = Objects.requireNonNull(KnoxCalculatorTest.class.getResourceAsStream("burkitt.csv"));
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(",")).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
