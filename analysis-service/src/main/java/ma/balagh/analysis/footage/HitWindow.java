package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Consecutive hits with the same transformation and nearly the same time offset. */
final class HitWindow {

    private static final int NONE = -1;
    private static final int STEPS = 4;

    private final TemporalAlignmentMatcher agreement;
    private final FrameHitList hits;
    private final int from;
    private final int to;
    private final double evidence;

    HitWindow(TemporalAlignmentMatcher agreement) {
        this(agreement, 0, 0, 0);
    }

    private HitWindow(TemporalAlignmentMatcher agreement, int from, int to, double evidence) {
        this.agreement = agreement;
        this.hits = agreement.hits();
        this.from = from;
        this.to = to;
        this.evidence = evidence;
    }

    /** How many different pictures agree, each counted by how much they are alike. */
    double evidence() {
        return evidence;
    }

    boolean isEmpty() {
        return from == to;
    }

    void forEach(IntConsumer action) {
        for (int k = from; k < to; k++) {
            action.accept(k);
        }
    }

    /** The window with the most evidence, among equals the one with most pairs; empty when no live hit is left. */
    HitWindow best() {
        HitWindow found = new HitWindow(agreement);
        var most = new Standing(0, 0);
        var nearest = new double[agreement.frames()];
        int end = 0;
        for (int start = 0; start < hits.size(); start = next(start)) {
            end = Math.max(end, start);
            while (end < hits.size() && isTogether(start, end)) {
                end++;
            }
            Standing standing = standing(start, end, nearest);
            if (standing.beats(most)) {
                most = standing;
                found = new HitWindow(agreement, start, end, standing.evidence());
            }
        }
        return found;
    }

    /** As much evidence as there is, whatever the offsets are. */
    double most() {
        return standing(0, hits.size(), new double[agreement.frames()]).evidence();
    }

    /** Windows overlap by three quarters: the best one is hardly better than one of these. */
    private int next(int start) {
        int next = start + 1;
        while (next < hits.size()
                && hits.transformation(next) == hits.transformation(start)
                && hits.offset(next) - hits.offset(start) < agreement.agreementMillis() / STEPS) {
            next++;
        }
        return next;
    }

    /** Of each frame its nearest hit counts, by the frame's weight. */
    private Standing standing(int start, int end, double[] nearest) {
        double evidence = 0;
        int pairs = 0;
        for (int k = start; k < end; k++) {
            if (!agreement.isLive(k)) {
                continue;
            }
            pairs++;
            int frame = hits.frame(k);
            double likeness = agreement.likeness(k);
            if (likeness > nearest[frame]) {
                evidence += agreement.weight(frame) * (likeness - nearest[frame]);
                nearest[frame] = likeness;
            }
        }
        for (int k = start; k < end; k++) {
            nearest[hits.frame(k)] = 0;
        }
        return new Standing(evidence, pairs);
    }

    private boolean isTogether(int first, int last) {
        return hits.transformation(first) == hits.transformation(last)
                && hits.offset(last) - hits.offset(first) <= agreement.agreementMillis();
    }

    /** For each frame the nearest hit, among equals the one next to the window's median offset; in the order of time. */
    List<Integer> closestHitOfEachFrame() {
        int median = medianOffset();
        var closest = new int[agreement.frames()];
        Arrays.fill(closest, NONE);
        forEach(k -> {
            int frame = hits.frame(k);
            if (agreement.isLive(k) && (closest[frame] == NONE || isCloser(k, closest[frame], median))) {
                closest[frame] = k;
            }
        });
        List<Integer> agreeing = new ArrayList<>();
        for (int hit : closest) {
            if (hit != NONE) {
                agreeing.add(hit);
            }
        }
        return agreeing;
    }

    private boolean isCloser(int hit, int other, int offset) {
        return hits.distance(hit) == hits.distance(other)
                ? Math.abs(hits.offset(hit) - offset) < Math.abs(hits.offset(other) - offset)
                : hits.distance(hit) < hits.distance(other);
    }

    private int medianOffset() {
        int[] offsets = IntStream.range(from, to)
                .filter(agreement::isLive)
                .map(hits::offset)
                .toArray();
        return offsets[offsets.length / 2];
    }

    private record Standing(double evidence, int pairs) {

        /** Sums of weights are only nearly equal. */
        private static final double ROUNDING = 1e-6;

        boolean beats(Standing other) {
            return Math.abs(evidence - other.evidence) > ROUNDING ? evidence > other.evidence : pairs > other.pairs;
        }
    }
}
