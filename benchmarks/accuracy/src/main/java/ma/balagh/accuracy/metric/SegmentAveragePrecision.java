package ma.balagh.accuracy.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.balagh.accuracy.metric.IntervalSet.Interval;

/**
 * The segment-AP of localised copies, as the matching track of the Video Similarity Challenge 2022 defines it.
 *
 * <p>Predicted segments are ranked together by their score, those of one score as one rank. Down to each rank and for
 * each of the two axes of time, precision is the length that predictions and truth have in common by the length of the
 * predictions, recall the same by the length of the truth; lengths are those of unions, summed over all pairs of videos.
 * True segments of a pair count as common only where one predicted rectangle overlaps theirs. P is the geometric mean of
 * both precisions, R that of both recalls (as in VCSL, He et al. 2022); AP = Σ P(i) · (R(i) − R(i−1)).
 *
 * @see <a href="https://arxiv.org/abs/2306.09489">Pizzi et al., The 2023 Video Similarity Dataset and Challenge</a>
 */
public final class SegmentAveragePrecision {

    /** The two axes of time. */
    private enum Axis {
        QUERY,
        REFERENCE;

        IntervalSet of(Collection<MatchSegment> segments) {
            return IntervalSet.of(segments.stream().map(this::of));
        }

        private Interval of(MatchSegment segment) {
            return switch (this) {
                case QUERY -> segment.onQuery();
                case REFERENCE -> segment.onReference();
            };
        }
    }

    /** Truth and predictions of one pair of videos, and what they have in common so far. */
    private static final class PairSegments {
        final List<MatchSegment> truth = new ArrayList<>();
        final List<MatchSegment> predictions = new ArrayList<>();

        double common(Axis axis) {
            List<MatchSegment> met = truth.stream()
                    .filter(each -> predictions.stream().anyMatch(each::overlaps))
                    .toList();
            return axis.of(predictions).commonLength(axis.of(met));
        }
    }

    private final Map<VideoPair, PairSegments> pairs = new HashMap<>();
    private final Map<Axis, Double> common = new EnumMap<>(Axis.class);
    private final Map<Axis, Double> predicted = new EnumMap<>(Axis.class);

    private SegmentAveragePrecision() {}

    /** Between 0 and 1; NaN where nothing is true. */
    public static double of(Collection<MatchSegment> truth, Collection<MatchSegment> predictions) {
        return new SegmentAveragePrecision().average(truth, predictions);
    }

    private double average(Collection<MatchSegment> truth, Collection<MatchSegment> predictions) {
        truth.forEach(segment -> of(segment.pair()).truth.add(segment));
        var whole = new EnumMap<Axis, Double>(Axis.class);
        for (Axis axis : Axis.values()) {
            whole.put(
                    axis,
                    pairs.values().stream()
                            .mapToDouble(pair -> axis.of(pair.truth).length())
                            .sum());
        }
        double average = 0;
        double recallBefore = 0;
        List<MatchSegment> ranked = predictions.stream()
                .sorted(Comparator.comparingDouble(MatchSegment::score).reversed())
                .toList();
        for (int k = 0; k < ranked.size(); k++) {
            add(ranked.get(k));
            boolean ends = k + 1 == ranked.size()
                    || ranked.get(k + 1).score() != ranked.get(k).score();
            if (ends) {
                double recall = mean(whole);
                average += mean(predicted) * (recall - recallBefore);
                recallBefore = recall;
            }
        }
        return mean(whole, whole) == 0 ? Double.NaN : average;
    }

    private PairSegments of(VideoPair pair) {
        return pairs.computeIfAbsent(pair, none -> new PairSegments());
    }

    private void add(MatchSegment prediction) {
        PairSegments pair = of(prediction.pair());
        for (Axis axis : Axis.values()) {
            common.merge(axis, -pair.common(axis), Double::sum);
            predicted.merge(axis, -axis.of(pair.predictions).length(), Double::sum);
        }
        pair.predictions.add(prediction);
        for (Axis axis : Axis.values()) {
            common.merge(axis, pair.common(axis), Double::sum);
            predicted.merge(axis, axis.of(pair.predictions).length(), Double::sum);
        }
    }

    /** The geometric mean of what is common by these lengths; 0 where there is no length. */
    private double mean(Map<Axis, Double> lengths) {
        return mean(common, lengths);
    }

    private static double mean(Map<Axis, Double> parts, Map<Axis, Double> lengths) {
        double product = 1;
        for (Axis axis : Axis.values()) {
            double length = lengths.getOrDefault(axis, 0.0);
            product *= length > 0 ? parts.getOrDefault(axis, 0.0) / length : 0;
        }
        return Math.sqrt(Math.max(0, product));
    }
}
