package ma.balagh.accuracy.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The examples are those of {@code test_uap} in facebookresearch/vsc2022, tests/test_metrics.py. */
class MicroAveragePrecisionTest {

    private static final Set<VideoPair> TRUTH = Set.of(pair(1, 10), pair(2, 11));

    @Test
    void isOneWhereAllTruePairsComeFirst() {
        assertThat(ap(said(1, 10, 8), said(2, 11, 4), said(99, 99, 2))).isEqualTo(1);
    }

    @Test
    void countsAWrongPairBeforeARightOne() {
        assertThat(ap(said(1, 10, 8), said(2, 11, 4), said(99, 99, 5))).isCloseTo((1 + 2.0 / 3) / 2, within(1e-9));
    }

    @Test
    void countsWhatIsMissed() {
        assertThat(ap(said(1, 10, 3), said(2, 10, 2), said(99, 99, 1))).isCloseTo((1 + 0) / 2.0, within(1e-9));
        assertThat(ap(said(1, 10, 2), said(2, 10, 3), said(99, 99, 1))).isCloseTo(1.0 / 2 / 2, within(1e-9));
    }

    @Test
    void takesPairsOfOneScoreAsOneRank() {
        // Two of three are right at the only rank; in order, one or 5/6 of it would depend on chance.
        assertThat(ap(said(1, 10, 1), said(99, 99, 1), said(2, 11, 1))).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(ap(said(99, 99, 1), said(2, 11, 1), said(1, 10, 1))).isCloseTo(2.0 / 3, within(1e-9));
    }

    @Test
    void isZeroWhereNothingIsSaid() {
        assertThat(ap()).isZero();
        assertThat(MicroAveragePrecision.of(Set.of(), List.of())).isNaN();
    }

    @Test
    void refusesAPairThatIsSaidTwice() {
        assertThatThrownBy(() -> ap(said(1, 10, 1), said(1, 10, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    private static double ap(ScoredPair... predictions) {
        return MicroAveragePrecision.of(TRUTH, List.of(predictions));
    }

    private static ScoredPair said(int query, int reference, double score) {
        return new ScoredPair(pair(query, reference), score);
    }

    private static VideoPair pair(int query, int reference) {
        return new VideoPair("Q" + query, "R" + reference);
    }
}
