package ma.balagh.accuracy.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The examples are those of {@code MatchMetricTest} in facebookresearch/vsc2022, tests/test_metrics.py. */
class SegmentAveragePrecisionTest {

    private static final MatchSegment TRUTH = segment(4, 14, 10, 18, 0);

    @Test
    void isOneForThePerfectSegment() {
        assertThat(ap(segment(4, 14, 10, 18, 1))).isCloseTo(1, within(1e-9));
    }

    @Test
    void isOneForASegmentInTwoPieces() {
        assertThat(ap(segment(4, 8, 10, 14, 1), segment(8, 14, 14, 18, 2))).isCloseTo(1, within(1e-9));
    }

    @Test
    void isHighWhereWhatIsImpreciseComesLast() {
        assertThat(ap(segment(4, 8, 10, 14, 1), segment(8, 14, 16, 18, 2), segment(0, 30, 5, 25, 0)))
                .isBetween(0.9, 1.0)
                // By hand: recall sqrt(0.6 · 0.25), then sqrt(0.75), precise; then all, with sqrt(10/30 · 8/20).
                .isCloseTo(Math.sqrt(0.75) + (1 - Math.sqrt(0.75)) * Math.sqrt(1 / 3.0 * 0.4), within(1e-9));
    }

    @Test
    void isLowWhereWhatIsImpreciseComesFirst() {
        assertThat(ap(segment(4, 8, 10, 14, 1), segment(8, 14, 16, 18, 2), segment(0, 30, 5, 25, 3)))
                .isLessThan(0.5)
                .isCloseTo(Math.sqrt(1 / 3.0 * 0.4), within(1e-9));
    }

    /** Figure 4 (f) of the paper on VCSL: right on each axis, and wrong together. */
    @Test
    void isZeroWhereNoRectanglesOverlap() {
        List<MatchSegment> truth = List.of(TRUTH, segment(20, 28, 21, 29, 0));

        assertThat(SegmentAveragePrecision.of(truth, List.of(segment(4, 14, 21, 29, 1), segment(20, 28, 10, 18, 1))))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void countsWrongPairsBeforeTheRightOne() {
        assertThat(ap(
                        segment("Q2", "R2", 4, 14, 10, 18, 3),
                        segment("Q1", "R1", 4, 14, 10, 18, 2),
                        segment(4, 14, 10, 18, 1)))
                .isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void doesNotDependOnTheOrderOfWhatIsSaid() {
        var said = new ArrayList<>(List.of(
                segment(4, 10, 10, 14, 3),
                segment("Q2", "R1", 4, 10, 10, 14, 3),
                segment("Q1", "R1", 4, 14, 10, 18, 2),
                segment("Q2", "R2", 4, 14, 10, 18, 1),
                segment("Q2", "R1", 4, 14, 10, 18, 1),
                segment(10, 14, 14, 18, 1)));
        double first = SegmentAveragePrecision.of(List.of(TRUTH), said);
        var random = new Random(1);

        for (int k = 0; k < 10; k++) {
            Collections.shuffle(said, random);
            assertThat(SegmentAveragePrecision.of(List.of(TRUTH), said)).isCloseTo(first, within(1e-12));
        }
    }

    @Test
    void isZeroWhereNothingIsSaid() {
        assertThat(ap()).isZero();
        assertThat(SegmentAveragePrecision.of(List.of(), List.of(TRUTH))).isNaN();
    }

    private static double ap(MatchSegment... said) {
        return SegmentAveragePrecision.of(List.of(TRUTH), List.of(said));
    }

    private static MatchSegment segment(
            double from, double to, double referenceFrom, double referenceTo, double score) {
        return segment("Q1", "R2", from, to, referenceFrom, referenceTo, score);
    }

    private static MatchSegment segment(
            String query,
            String reference,
            double from,
            double to,
            double referenceFrom,
            double referenceTo,
            double score) {
        return new MatchSegment(new VideoPair(query, reference), from, to, referenceFrom, referenceTo, score);
    }
}
