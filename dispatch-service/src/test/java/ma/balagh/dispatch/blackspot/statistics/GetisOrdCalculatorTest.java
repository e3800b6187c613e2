package ma.balagh.dispatch.blackspot.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The example of esda at commit 11450be3e1860c87f109661ef7964331b68a5f99: six points, neighbours within 15 of each other,
 * in {@code esda/tests/test_getisord.py} and in the documentation of {@code esda.G_Local}.
 */
class GetisOrdCalculatorTest {

    private static final double[][] POINTS = {{10, 10}, {20, 10}, {40, 10}, {15, 20}, {30, 20}, {30, 30}};
    private static final double[] VALUES = {2, 3, 3.2, 5, 8, 7};

    /** {@code G_Local(y, w, transform='B', star=True).Zs}. */
    private static final double[] SCORES = {-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331};

    private static final int PERMUTATIONS = 99_999;

    @Test
    void equalsTheScoresThatEsdaPublishes() {
        // When
        var statistics = GetisOrdCalculator.calculate(esda(), VALUES, 0, 1);

        // Then
        for (int i = 0; i < SCORES.length; i++) {
            // Published with eight digits.
            assertThat(statistics.get(i).giStar()).isCloseTo(SCORES[i], within(1e-7));
        }
    }

    /**
     * Esda's test has 0.102 for the first point, one-sided, from 999 permutations: it counts sums above the observed one
     * strictly on that side. Its documentation has 0.413 for both sides.
     */
    @Test
    void equalsThePseudoPValuesThatEsdaPublishesWithinTheErrorOfSampling() {
        // When
        var first =
                GetisOrdCalculator.calculate(esda(), VALUES, PERMUTATIONS, 10).getFirst();

        // Then
        assertThat(1 - first.pGreater()).isCloseTo(0.102, within(samplingError(0.102, 999)));
        assertThat(first.pValue()).isCloseTo(0.413, within(2 * samplingError(0.2, 999)));
    }

    /** Each alternative by going through all choices of neighbours. */
    @Test
    void comesToTheExactShareOfPermutationsInBothAlternatives() {
        // Given
        var area = esda();

        // When
        var statistics = GetisOrdCalculator.calculate(area, VALUES, PERMUTATIONS, 7);

        // Then
        for (int i = 0; i < VALUES.length; i++) {
            var sums = choices(i, area.neighbours().get(i).size());
            double observed = area.neighbours().get(i).stream()
                    .mapToDouble(next -> VALUES[next])
                    .sum();
            double greater =
                    share(sums.stream().filter(sum -> sum >= observed - 1e-9).count(), sums.size());
            double lesser =
                    share(sums.stream().filter(sum -> sum <= observed + 1e-9).count(), sums.size());
            assertThat(statistics.get(i).pGreater()).isCloseTo(greater, within(samplingError(greater, PERMUTATIONS)));
            assertThat(statistics.get(i).pLesser()).isCloseTo(lesser, within(samplingError(lesser, PERMUTATIONS)));
            assertThat(statistics.get(i).pValue())
                    .isEqualTo(Math.min(
                            1,
                            2
                                    * Math.min(
                                            statistics.get(i).pGreater(),
                                            statistics.get(i).pLesser())));
        }
    }

    @Test
    void findsNothingInAConstantField() {
        // When
        var statistics = GetisOrdCalculator.calculate(esda(), new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, 999, 1);

        // Then
        assertThat(statistics).containsOnly(new LocalStatistic(0, 1, 1));
        assertThat(statistics).allSatisfy(one -> assertThat(one.pValue()).isEqualTo(1));
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        var first = GetisOrdCalculator.calculate(esda(), VALUES, 99, 1);

        assertThat(GetisOrdCalculator.calculate(esda(), VALUES, 99, 1)).isEqualTo(first);
        assertThat(GetisOrdCalculator.calculate(esda(), VALUES, 99, 2)).isNotEqualTo(first);
    }

    @Test
    void bearsOneCellAndNone() {
        var one = new StudyArea(List.of(1L), List.of(List.of()));

        assertThat(GetisOrdCalculator.calculate(one, new double[] {5}, 99, 1))
                .containsExactly(new LocalStatistic(0, 1, 1));
        assertThat(GetisOrdCalculator.calculate(new StudyArea(List.of(), List.of()), new double[0], 99, 1))
                .isEmpty();
    }

    private static StudyArea esda() {
        return new StudyArea(
                LongStream.range(0, POINTS.length).boxed().toList(),
                IntStream.range(0, POINTS.length)
                        .mapToObj(i -> IntStream.range(0, POINTS.length)
                                .filter(k -> k != i
                                        && Math.hypot(POINTS[i][0] - POINTS[k][0], POINTS[i][1] - POINTS[k][1]) <= 15)
                                .boxed()
                                .toList())
                        .toList());
    }

    /** The sums of all choices of so many others. */
    private static List<Double> choices(int without, int count) {
        var sums = new ArrayList<Double>();
        for (int chosen = 0; chosen < 1 << VALUES.length; chosen++) {
            if (Integer.bitCount(chosen) == count && (chosen >> without & 1) == 0) {
                double sum = 0;
                for (int i = 0; i < VALUES.length; i++) {
                    sum += (chosen >> i & 1) * VALUES[i];
                }
                sums.add(sum);
            }
        }
        return sums;
    }

    private static double share(long part, long whole) {
        return (double) part / whole;
    }

    /** Four standard deviations, and what the observed one adds to a count. */
    private static double samplingError(double p, int permutations) {
        return 4 * Math.sqrt(p * (1 - p) / permutations) + 2.0 / permutations;
    }
}
