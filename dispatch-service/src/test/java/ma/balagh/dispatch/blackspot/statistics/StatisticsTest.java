package ma.balagh.dispatch.blackspot.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The smaller statistics, each against published or exact values. */
class StatisticsTest {

    /**
     * The 15 p-values of Benjamini and Hochberg (1995, section 3.2), and what R 4 answers for
     * {@code p.adjust(p, "BH")}.
     */
    @Test
    void adjustsPValuesAsRDoes() {
        // Given
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1
        };

        // Then
        assertThat(DiscoveryRateCalculator.adjust(p))
                .containsExactly(
                        new double[] {
                            0.0015,
                            0.003,
                            0.0095,
                            0.035625,
                            0.0603,
                            0.06385714286,
                            0.06385714286,
                            0.0645,
                            0.0765,
                            0.486,
                            0.5811818182,
                            0.714875,
                            0.7532307692,
                            0.8132142857,
                            1
                        },
                        within(1e-9));
    }

    /** Poisson's distribution of mean 1: 0.6321 for one or more, 0.0190 for four or more. */
    @Test
    void takesACountForWhatItIsAlone() {
        assertThat(LonelyCountCalculator.calculate(new double[] {0, 1, 4, 0, 0, 0, 2}))
                .containsExactly(new double[] {1, 0.6321205588, 0.0189881569, 1, 1, 1, 0.2642411177}, within(1e-9));
        assertThat(LonelyCountCalculator.calculate(new double[] {0, 0})).containsExactly(1, 1);
    }

    @Test
    void adjustsInAnyOrderAndKeepsEquals() {
        assertThat(DiscoveryRateCalculator.adjust(new double[] {0.04, 0.01, 0.04, 0.03}))
                .containsExactly(new double[] {0.04, 0.04, 0.04, 0.04}, within(1e-12));
        assertThat(DiscoveryRateCalculator.adjust(new double[0])).isEmpty();
    }

    /** Tables of exact Poisson intervals: 0.2422 to 7.2247 for 2, 4.7954 to 18.3904 for 10. */
    @Test
    void boundsRatesExactly() {
        assertThat(RateInterval.of(0, 1).from()).isZero();
        assertThat(RateInterval.of(0, 1).to()).isCloseTo(3.6889, within(1e-4));
        assertThat(RateInterval.of(2, 1).from()).isCloseTo(0.2422, within(1e-4));
        assertThat(RateInterval.of(2, 1).to()).isCloseTo(7.2247, within(1e-4));
        assertThat(RateInterval.of(10, 2).rate()).isEqualTo(5);
        assertThat(RateInterval.of(10, 2).from()).isCloseTo(4.7954 / 2, within(1e-4));
        assertThat(RateInterval.of(10, 2).to()).isCloseTo(18.3904 / 2, within(1e-4));
    }

    @Test
    void seesATrendOnlyWhereChanceDoesNotExplainIt() {
        assertThat(SpotTrend.of(2, 2, 0.25)).isEqualTo(SpotTrend.STEADY);
        assertThat(SpotTrend.of(6, 0, 0.25)).isEqualTo(SpotTrend.RISING);
        assertThat(SpotTrend.of(0, 6, 0.25)).isEqualTo(SpotTrend.STEADY);
        assertThat(SpotTrend.of(0, 20, 0.25)).isEqualTo(SpotTrend.FALLING);
        assertThat(SpotTrend.of(0, 0, 0.25)).isEqualTo(SpotTrend.STEADY);
    }

    @Test
    void weighsPointsByTheQuarticKernel() {
        // Given
        var place = new SpacePoint(0, 0, 0);
        var points = List.of(place, new SpacePoint(50, 0, 0), new SpacePoint(100, 0, 0), new SpacePoint(0, 300, 0));

        // When
        double density = DensityCalculator.calculate(List.of(place), points, 100)[0];

        // Then
        assertThat(density).isCloseTo(3 / (Math.PI * 1e4) * 1e6 * (1 + 0.75 * 0.75), within(1e-9));
    }

    @Test
    void findsClustersAndLeavesOutWhatIsAlone() {
        // Given
        var points = new ArrayList<SpacePoint>();
        for (int k = 0; k < 6; k++) {
            points.add(new SpacePoint(10 * k, 0, 0));
        }
        points.add(new SpacePoint(1000, 0, 0));
        for (int k = 0; k < 6; k++) {
            points.add(new SpacePoint(5000, 10 * k, 0));
        }

        // Then
        assertThat(ClusterFinder.find(points, 25, 3))
                .containsExactly(List.of(0, 1, 2, 3, 4, 5), List.of(7, 8, 9, 10, 11, 12));
    }

    @Test
    void findsTheSamePairsAsLookingAtAll() {
        // Given
        var random = new Random(4);
        var points = new ArrayList<SpacePoint>();
        for (int k = 0; k < 300; k++) {
            points.add(new SpacePoint(random.nextInt(50), random.nextInt(50), random.nextInt(3)));
        }

        // When
        Set<Set<Integer>> found = new HashSet<>();
        ClosePairFinder.find(points, 5, (one, other) -> found.add(Set.of(one, other)));

        // Then
        Set<Set<Integer>> all = new HashSet<>();
        for (int one = 0; one < points.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (points.get(one).squaredDistanceTo(points.get(other)) <= 25) {
                    all.add(Set.of(one, other));
                }
            }
        }
        assertThat(found).isEqualTo(all);
        assertThat(ClosePairFinder.exceeds(points, 5, all.size())).isFalse();
        assertThat(ClosePairFinder.exceeds(points, 5, all.size() - 1)).isTrue();
    }

    /** Half of the events in a tenth of the area is an index of five. */
    @Test
    void comparesTheShareOfEventsWithTheShareOfTheArea() {
        var accuracy = new ForecastAccuracy(20, 25, 40, 10, 100);

        assertThat(accuracy.pai()).isEqualTo(5);
        assertThat(accuracy.pei()).isEqualTo(0.8);
        assertThat(accuracy.plus(accuracy).pai()).isEqualTo(5);
        assertThat(ForecastAccuracy.NONE.pai()).isZero();
    }

    @Test
    void measuresAlongTheChordWhatTheGroundMeasures() {
        var one = SpacePoint.onEarth(33.5951, -7.6187);
        var other = SpacePoint.onEarth(33.6051, -7.6187);

        assertThat(Math.sqrt(one.squaredDistanceTo(other))).isCloseTo(1111.95, within(0.01));
    }
}
