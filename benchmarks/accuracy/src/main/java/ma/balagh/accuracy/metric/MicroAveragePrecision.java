package ma.balagh.accuracy.metric;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The micro-AP of pairs of videos, as the descriptor track of the Video Similarity Challenge 2022 defines it.
 *
 * <p>All predictions of all queries are ranked together by their score. AP = Σ P(i) · (R(i) − R(i−1)) over the ranks i,
 * where P(i) is the share of right pairs among the predictions down to i, and R(i) the share of all true pairs that is
 * among them. Predictions of one score are one rank, so that their order does not count.
 *
 * @see <a href="https://arxiv.org/abs/2306.09489">Pizzi et al., The 2023 Video Similarity Dataset and Challenge</a>
 */
public final class MicroAveragePrecision {

    private MicroAveragePrecision() {}

    /** Between 0 and 1; NaN where nothing is true. */
    public static double of(Set<VideoPair> truth, Collection<ScoredPair> predictions) {
        if (truth.isEmpty()) {
            return Double.NaN;
        }
        List<ScoredPair> ranked = predictions.stream()
                .sorted(Comparator.comparingDouble(ScoredPair::score).reversed())
                .toList();
        var seen = new HashSet<VideoPair>();
        double precision = 0;
        int right = 0;
        int rightBefore = 0;
        for (int k = 0; k < ranked.size(); k++) {
            ScoredPair prediction = ranked.get(k);
            if (!seen.add(prediction.pair())) {
                throw new IllegalArgumentException(prediction.pair() + " is predicted twice");
            }
            right += truth.contains(prediction.pair()) ? 1 : 0;
            boolean ends = k + 1 == ranked.size() || ranked.get(k + 1).score() != prediction.score();
            if (ends) {
                precision += (double) right / (k + 1) * (right - rightBefore);
                rightBefore = right;
            }
        }
        return precision / truth.size();
    }
}
