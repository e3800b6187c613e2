package ma.balagh.dispatch.blackspot.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Six events have 720 orders of their times: the p-values are their shares, whatever is drawn. */
    @ParameterizedTest
    @CsvSource({"1, 2, 3, 10, 11, 12", "1, 10, 2, 11, 3, 12", "1, 1, 5, 5, 9, 9", "1, 5, 9, 1, 5, 9", "4, 3, 2, 1, 9, 8"
    })
    void equalsTheSharesOfAllOrders(double a, double b, double c, double d, double e, double f) {
        // Given three that are near each other, two others that are, and one alone
        var places = List.of(
                new SpacePoint(0, 0, 0),
                new SpacePoint(1, 0, 0),
                new SpacePoint(0, 1, 0),
                new SpacePoint(50, 0, 0),
                new SpacePoint(51, 0, 0),
                new SpacePoint(99, 9, 0));
        double[] moments = {a, b, c, d, e, f};
        int observed = nearInBoth(places, moments);
        var orders = new ArrayList<double[]>();
        order(moments, 0, orders);
        int permutations = 400_000;

        // When
        var result = KnoxCalculator.calculate(places, moments, 2, 1, permutations, 3);

        // Then
        double greater = share(orders, order -> nearInBoth(places, order) >= observed);
        double lesser = share(orders, order -> nearInBoth(places, order) <= observed);
        assertThat(orders).hasSize(720);
        assertThat(result.observed()).isEqualTo(observed);
        // Five standard errors of a share, and the observed order, which counts as one.
        double error = 5 * 0.5 / Math.sqrt(permutations) + 1.0 / permutations;
        assertThat(result.pGreater()).isCloseTo(greater, within(error));
        assertThat(result.pLesser()).isCloseTo(lesser, within(error));
    }

    private static int nearInBoth(List<SpacePoint> places, double[] moments) {
        int near = 0;
        for (int one = 0; one < moments.length; one++) {
            for (int other = 0; other < one; other++) {
                boolean inSpace = Math.hypot(
                                places.get(one).x() - places.get(other).x(),
                                places.get(one).y() - places.get(other).y())
                        <= 2;
                near += inSpace && Math.abs(moments[one] - moments[other]) <= 1 ? 1 : 0;
            }
        }
        return near;
    }

    private static void order(double[] moments, int from, List<double[]> orders) {
        if (from == moments.length) {
            orders.add(moments.clone());
        }
        for (int k = from; k < moments.length; k++) {
            swap(moments, from, k);
            order(moments, from + 1, orders);
            swap(moments, from, k);
        }
    }

    private static void swap(double[] values, int one, int other) {
        double kept = values[one];
        values[one] = values[other];
        values[other] = kept;
    }

    private static double share(List<double[]> orders, Predicate<double[]> holds) {
        return orders.stream().filter(holds).count() / (double) orders.size();
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
